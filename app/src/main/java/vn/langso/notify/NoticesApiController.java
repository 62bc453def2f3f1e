package vn.langso.notify;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.langso.kernel.Texts;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Languages;
import vn.langso.shell.SignedIn;

/** One's own notices over the API. */
@RestController
class NoticesApiController {

    private static final int MOST = 200;

    private final Notices notices;
    private final Places places;
    private final Languages languages;

    NoticesApiController(Notices notices, Places places, Languages languages) {
        this.notices = notices;
        this.places = places;
        this.languages = languages;
    }

    record NoticeItem(
            UUID id,
            String urgency,
            String place,
            String title,
            String body,
            String link,
            OffsetDateTime postedAt,
            @Nullable OffsetDateTime seenAt,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable OffsetDateTime settledAt) {}

    record Items(List<NoticeItem> items, @Nullable String after) {}

    /** The caller's notices: open alarms first, then newest first; {@code only=unseen} leaves out what has been read. */
    @SignedIn
    @GetMapping("/api/v1/notices")
    Items list(
            Caller caller,
            HttpServletRequest request,
            @RequestParam @Nullable String only,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        Texts t = languages.of(request);
        List<NoticeLine> lines = notices.list(
                caller, "unseen".equals(only), ListPosition.of(after).orElse(null), size);
        String next = lines.size() < size ? null : lines.getLast().position().toString();
        return new Items(lines.stream().map(line -> item(line, t)).toList(), next);
    }

    /** Says "I have it": the alarm leaves the top of everybody's list and is told to nobody else. */
    @SignedIn
    @PostMapping("/api/v1/notices/{id}/acknowledge")
    NoticeItem acknowledge(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        notices.acknowledge(caller, id);
        return item(notices.get(caller, id), languages.of(request));
    }

    @SignedIn
    @PostMapping("/api/v1/notices/{id}/seen")
    NoticeItem seen(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        notices.get(caller, id);
        notices.markSeen(caller, id);
        return item(notices.get(caller, id), languages.of(request));
    }

    private NoticeItem item(NoticeLine line, Texts t) {
        Notice notice = line.notice();
        return new NoticeItem(
                notice.id(),
                notice.urgency().code(),
                places.tree().get(notice.placeId()).code(),
                notice.title(t),
                notice.body(t),
                notice.link(),
                notice.postedAt(),
                line.seenAt(),
                notice.acknowledgedAt(),
                notice.acknowledgedByName(),
                notice.settledAt());
    }
}
