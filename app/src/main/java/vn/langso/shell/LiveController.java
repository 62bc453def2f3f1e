package vn.langso.shell;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    LiveController(LivePages pages) {
        this.pages = pages;
    }

    /** Answers 204, which tells the browser not to ask again, when no topic is known or too many pages are open. */
    @SignedIn
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live(@RequestParam(name = "topic", defaultValue = "") List<String> topics) {
        Set<String> known =
                topics.stream().filter(Live::isTopic).limit(MOST_TOPICS).collect(Collectors.toUnmodifiableSet());
        SseEmitter emitter = LivePages.stream();
        if (known.isEmpty() || !pages.open(emitter, known)) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }
}
