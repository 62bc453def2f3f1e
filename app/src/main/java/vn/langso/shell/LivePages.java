package vn.langso.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open pages of this copy of the program and what each wants to hear about. Thread safe. */
@Component
class LivePages {

    /** Above it a page is told to live without; it still shows the newest state when it is loaded. */
    static final int MOST_PAGES = 2_000;

    /** The browser opens a new connection afterwards, with the permissions that its session has by then. */
    private static final Duration CONNECTION = Duration.ofMinutes(10);

    private final Set<Listening> open = ConcurrentHashMap.newKeySet();

    /** A stream for one page, not open yet. */
    static SseEmitter stream() {
        return new SseEmitter(CONNECTION.toMillis());
    }

    /**
     * Sends these topics to the stream from now on; false when there are too many already.
     *
     * @param topics names under which the page is told of each topic that is announced
     */
    boolean open(SseEmitter emitter, Map<String, Set<String>> topics) {
        if (open.size() >= MOST_PAGES) {
            return false;
        }
        Listening page = new Listening(emitter, topics);
        emitter.onCompletion(() -> open.remove(page));
        emitter.onError(_ -> open.remove(page));
        emitter.onTimeout(emitter::complete);
        open.add(page);
        send(page, SseEmitter.event().comment("open"));
        return true;
    }

    int size() {
        return open.size();
    }

    void tell(String topic) {
        for (Listening page : open) {
            page.topics().getOrDefault(topic, Set.of()).forEach(name -> tell(page, name));
        }
    }

    /** Everything may have changed while nobody listened to the database. */
    void tellAll() {
        open.forEach(page ->
                page.topics().values().stream().flatMap(Set::stream).distinct().forEach(name -> tell(page, name)));
    }

    /** Keeps connections open through proxies, and finds those whose page is gone. */
    void beat() {
        open.forEach(page -> send(page, SseEmitter.event().comment("beat")));
    }

    void close() {
        open.forEach(page -> page.emitter().complete());
    }

    private void tell(Listening page, String name) {
        // Without a data line a browser drops the event.
        send(page, SseEmitter.event().name(name).data("changed"));
    }

    private void send(Listening page, SseEmitter.SseEventBuilder event) {
        try {
            page.emitter().send(event);
        } catch (IOException | IllegalStateException _) {
            open.remove(page);
        }
    }

    private record Listening(SseEmitter emitter, Map<String, Set<String>> topics) {

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(emitter);
        }
    }
}
