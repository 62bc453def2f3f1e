package vn.langso.lighting.alarms;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.kernel.Texts;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Page;

/** What the pages of alarms show. */
@Component
class AlarmPages {

    private final Places places;
    private final InstantSource clock;

    AlarmPages(Places places, InstantSource clock) {
        this.places = places;
        this.clock = clock;
    }

    /** One line of the list; {@code waiting} asks for an answer. */
    record Row(
            String id,
            String when,
            String whenIso,
            String label,
            String village,
            String title,
            String lamps,
            State state,
            String handled,
            boolean waiting) {}

    /** Colour, icon and word. */
    record State(String color, String icon, String text) {}

    record ListView(
            Page page,
            String place,
            String placeCode,
            String topic,
            Map<String, String> filters,
            String filter,
            List<Row> rows,
            @Nullable String first,
            @Nullable String next) {}

    /** One step of the time line; {@code now} marks the last one of an alarm that goes on. */
    record Step(
            String at,
            String atIso,
            String text,
            String note,
            @Nullable String photo,
            boolean now,
            String icon) {}

    record ShowView(
            Page page,
            Row row,
            String topic,
            Map<String, String> crumbs,
            List<String> reasons,
            List<Step> steps,
            String action,
            boolean mayAnswer,
            boolean answered,
            boolean going,
            List<String> knownReasons,
            Form form) {}

    /** Reasons of one tap. */
    static List<String> knownReasons(Texts t) {
        return List.of(t.say("alarms.known.work"), t.say("alarms.known.festival"), t.say("alarms.known.outage"));
    }

    Row row(Texts t, Alarm alarm) {
        OffsetDateTime now = clock.instant().atOffset(java.time.ZoneOffset.UTC);
        return new Row(
                alarm.id().toString(),
                t.dateTime(alarm.since()),
                alarm.since().toString(),
                alarm.label(),
                places.tree().get(alarm.placeId()).fullName(),
                AlarmWords.title(t, alarm),
                AlarmWords.lamps(t, alarm.lamps()),
                state(t, alarm),
                handled(t, alarm, now),
                alarm.isWaiting());
    }

    ShowView show(Page page, Caller caller, Alarm alarm, List<Said> said, Form form) {
        Texts t = page.t();
        Alarm.Answered answered = alarm.answered();
        boolean going = answered != null && answered.answer() == Answer.GOING;
        Map<String, String> crumbs = new LinkedHashMap<>();
        crumbs.put(
                "/lighting/alarms?place=" + places.tree().get(alarm.placeId()).code(), t.say("alarms.list.title"));
        return new ShowView(
                page,
                row(t, alarm),
                "lighting." + alarm.placeId(),
                crumbs,
                AlarmWords.reasons(t, alarm.reasons()),
                steps(t, alarm, said),
                "/lighting/alarms/" + alarm.id() + "/answers",
                caller.may(Alarms.ANSWER, alarm.placeId()),
                answered != null,
                going && said.stream().noneMatch(one -> one.answer() == Answer.FOUND),
                knownReasons(t),
                form);
    }

    private static State state(Texts t, Alarm alarm) {
        if (alarm.isWaiting()) {
            String color = alarm.kind().weight() == AlarmKind.Weight.NEWS ? "warning" : "danger";
            return new State(color, "siren-fill", t.say("alarms.state.waiting"));
        }
        Alarm.Answered answered = alarm.answered();
        if (alarm.isOpen() && answered != null) {
            return new State(
                    "warning",
                    "hand-tap",
                    t.say("alarms.state.answered." + answered.answer().code()));
        }
        if (answered == null) {
            return new State("neutral", "check-circle", t.say("alarms.state.over-unanswered"));
        }
        return new State(
                "success",
                "check-circle-fill",
                t.say(answered.answer() == Answer.FALSE ? "alarms.state.false" : "alarms.state.over"));
    }

    private static String handled(Texts t, Alarm alarm, OffsetDateTime now) {
        Alarm.Over over = alarm.over();
        Alarm.Answered answered = alarm.answered();
        String lasted = over == null
                ? AlarmWords.duration(t, alarm.since(), now)
                : AlarmWords.duration(t, alarm.since(), over.at());
        if (answered == null) {
            return over == null ? t.say("alarms.handled.lasting", lasted) : t.say("alarms.handled.over", lasted);
        }
        return over == null
                ? t.say("alarms.handled.by", answered.name(), t.time(answered.at()))
                : t.say("alarms.handled.by-over", answered.name(), lasted);
    }

    private List<Step> steps(Texts t, Alarm alarm, List<Said> said) {
        List<Step> steps = new ArrayList<>();
        steps.add(step(t, alarm.since(), t.say("alarms.step.seen"), "warning"));
        if (java.time.Duration.between(alarm.since(), alarm.raisedAt()).toSeconds() >= 60) {
            steps.add(step(t, alarm.raisedAt(), t.say("alarms.step.raised"), "siren"));
        }
        for (Said one : said) {
            String photo = one.photoId() == null ? null : "/api/v1/files/" + one.photoId() + "/content";
            steps.add(new Step(
                    t.dateTime(one.at()),
                    one.at().toString(),
                    t.say("alarms.step." + one.answer().code(), one.name()),
                    one.note(),
                    photo,
                    false,
                    one.answer() == Answer.FOUND ? "clipboard-text" : "hand-tap"));
        }
        Alarm.Over over = alarm.over();
        if (over != null) {
            steps.add(step(t, over.at(), t.say("alarms.ending." + over.ending().code()), "check-circle"));
        }
        steps.sort(Comparator.comparing(
                        (Step step) -> OffsetDateTime.parse(step.atIso()).toInstant())
                .reversed());
        if (over == null) {
            Instant now = clock.instant();
            OffsetDateTime at = now.atOffset(java.time.ZoneOffset.UTC);
            steps.addFirst(
                    new Step(t.dateTime(at), at.toString(), t.say("alarms.step.lasting"), "", null, true, "clock"));
        }
        return List.copyOf(steps);
    }

    private static Step step(Texts t, OffsetDateTime at, String text, String icon) {
        return new Step(t.dateTime(at), at.toString(), text, "", null, false, icon);
    }
}
