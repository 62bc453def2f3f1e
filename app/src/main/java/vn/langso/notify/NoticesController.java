package vn.langso.notify;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;
import vn.langso.shell.PlaceNames;
import vn.langso.shell.SignedIn;

/** One's own notices: open alarms first, then newest first. */
@Controller
class NoticesController {

    private static final int PAGE_SIZE = 30;

    private final Notices notices;
    private final PlaceNames places;
    private final Pages pages;
    private final InstantSource clock;

    NoticesController(Notices notices, PlaceNames places, Pages pages, InstantSource clock) {
        this.notices = notices;
        this.places = places;
        this.pages = pages;
        this.clock = clock;
    }

    @SignedIn
    @GetMapping("/notices")
    Html list(
            Caller caller,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String only,
            @RequestParam @Nullable String after) {
        boolean unseenOnly = only.equals("unseen");
        Page page = pages.page(request, "notify.list.title", "notify.list.title");
        ListPosition position = ListPosition.of(after).orElse(null);
        List<NoticeLine> lines = notices.list(caller, unseenOnly, position, PAGE_SIZE);
        String filter = unseenOnly ? "only=unseen" : "";
        String next = lines.size() < PAGE_SIZE
                ? null
                : "/notices?" + filter + (unseenOnly ? "&" : "") + "after="
                        + lines.getLast().position();
        return Html.of(
                "notify/list.jte",
                new ListView(
                        page,
                        lines.stream().map(line -> row(line, page.t())).toList(),
                        unseenOnly,
                        position == null ? null : "/notices" + (unseenOnly ? "?" + filter : ""),
                        next));
    }

    /** Where a tap on a notice leads: it is seen from now on, and the page that it is about is shown. */
    @SignedIn
    @GetMapping("/notices/{id}")
    View open(Caller caller, @PathVariable UUID id) {
        String link = notices.get(caller, id).notice().link();
        notices.markSeen(caller, id);
        return Html.redirect(link);
    }

    @SignedIn
    @PostMapping("/notices/{id}/acknowledge")
    View acknowledge(Caller caller, @PathVariable UUID id, HttpServletResponse response) {
        notices.acknowledge(caller, id);
        pages.note(response, "notify.list.acknowledged");
        return Html.redirect("/notices");
    }

    @SignedIn
    @PostMapping("/notices/{id}/seen")
    View seen(Caller caller, @PathVariable UUID id) {
        notices.get(caller, id);
        notices.markSeen(caller, id);
        return Html.redirect("/notices");
    }

    @SignedIn
    @PostMapping("/notices/seen")
    View allSeen(Caller caller, HttpServletResponse response) {
        notices.markSeen(caller, null);
        pages.note(response, "notify.list.all-seen");
        return Html.redirect("/notices");
    }

    private Row row(NoticeLine line, Texts t) {
        Notice notice = line.notice();
        return new Row(
                notice.id(),
                notice.urgency(),
                notice.title(t),
                notice.body(t),
                places.fullName(notice.placeId()),
                notice.postedAt(),
                t.ago(notice.postedAt(), clock.instant()),
                line.seenAt() == null,
                notice.isOpenAlarm(),
                notice.urgency() != Urgency.NEWS && !notice.isQuiet(),
                state(notice, t));
    }

    /** Who has it, or that it is over; null for what nobody needs to take on. */
    private static @Nullable String state(Notice notice, Texts t) {
        if (notice.settledAt() != null) {
            return t.say("notify.list.settled", t.dateTime(notice.settledAt()));
        }
        if (notice.acknowledgedAt() != null) {
            return t.say(
                    "notify.list.taken",
                    String.valueOf(notice.acknowledgedByName()),
                    t.dateTime(notice.acknowledgedAt()));
        }
        return notice.urgency() == Urgency.ALARM ? t.say("notify.list.nobody") : null;
    }

    record ListView(
            Page page,
            List<Row> rows,
            boolean unseenOnly,
            @Nullable String first,
            @Nullable String next) {}

    /** One notice in the reader's words. */
    record Row(
            UUID id,
            Urgency urgency,
            String title,
            String body,
            String place,
            OffsetDateTime postedAt,
            String when,
            boolean unseen,
            boolean openAlarm,
            boolean mayTake,
            @Nullable String state) {

        String icon() {
            return switch (urgency) {
                case ALARM -> "siren-fill";
                case WARNING -> "warning-fill";
                case NEWS -> "info";
            };
        }

        /** Red belongs to alarms that nobody has. */
        String color() {
            return openAlarm ? "danger" : urgency == Urgency.WARNING ? "warning" : "neutral";
        }
    }
}
