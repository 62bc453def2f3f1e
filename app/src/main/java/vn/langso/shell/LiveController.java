package vn.langso.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent names of what has changed. A page without it is as good after a reload. */
@Controller
class LiveController {

    private static final int MOST_TOPICS = 12;

    private final LivePages pages;
    private final List<Live.Gathering> gatherings;

    LiveController(LivePages pages, ObjectProvider<Live.Gathering> gatherings) {
        this.pages = pages;
        this.gatherings = gatherings.stream().toList();
    }

    /** Answers 204, which tells the browser not to ask again, when no topic is known or too many pages are open. */
    @SignedIn
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live(@RequestParam(name = "topic", defaultValue = "") List<String> topics) {
        Map<String, Set<String>> heard = new HashMap<>();
        topics.stream().filter(Live::isTopic).limit(MOST_TOPICS).forEach(topic -> hear(topic, heard));
        SseEmitter emitter = LivePages.stream();
        if (heard.isEmpty() || !pages.open(emitter, heard)) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    /** What the page calls the topic is told to it for each of the topics that it stands for. */
    private void hear(String topic, Map<String, Set<String>> heard) {
        heard.computeIfAbsent(topic, key -> new HashSet<>()).add(topic);
        for (Live.Gathering gathering : gatherings) {
            for (String part : gathering.partsOf(topic)) {
                heard.computeIfAbsent(part, key -> new HashSet<>()).add(topic);
            }
        }
    }
}
