package vn.langso.lighting.alarms;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.langso.kernel.Problem;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Needs;

/** Alarms of street lights over the API, newest first. */
@RestController
class AlarmsApiController {

    private static final int MOST = 500;

    private final Alarms alarms;
    private final Places places;

    AlarmsApiController(Alarms alarms, Places places) {
        this.alarms = alarms;
        this.places = places;
    }

    /** A fact that led to the alarm; times in {@code args} are ISO instants. */
    record ReasonItem(String key, List<String> args) {}

    record AlarmItem(
            UUID id,
            String place,
            String kind,
            String weight,
            String subjectType,
            UUID subjectId,
            String label,
            List<String> roads,
            List<String> lamps,
            List<ReasonItem> reasons,
            OffsetDateTime since,
            OffsetDateTime raisedAt,
            @Nullable String answer,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String answeredBy,
            @Nullable OffsetDateTime endedAt,
            @Nullable String ending) {}

    record Items(List<AlarmItem> items, @Nullable UUID after) {}

    /** An answer: {@code going}, {@code known} with a note, {@code false}, or {@code found} with what was found. */
    record AnswerInput(String answer, @Nullable String note) {}

    /** {@code filter}: all, attention, open, waiting or tampering. */
    @Needs(Alarms.READ)
    @GetMapping("/api/v1/lighting/alarms")
    Items list(
            Caller caller,
            @RequestParam String place,
            @RequestParam(defaultValue = "all") String filter,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        PlaceOnDay asked = PlaceOnDay.of(places.tree(), place, null);
        int size = Math.clamp(limit, 1, MOST);
        List<Alarm> found = alarms.list(caller, asked.place().id(), AlarmsController.filterOf(filter), after, size);
        return new Items(
                found.stream().map(this::item).toList(),
                found.size() < size ? null : found.getLast().id());
    }

    @Needs(Alarms.ANSWER)
    @PostMapping("/api/v1/lighting/alarms/{id}/answers")
    AlarmItem answer(Caller caller, @PathVariable UUID id, @RequestBody AnswerInput sent) {
        Answer answer = Answer.ofCode(sent.answer() == null ? "" : sent.answer())
                .orElseThrow(
                        () -> Problem.at("answer", AlarmProblem.ANSWER_UNKNOWN).asException());
        String note = sent.note();
        alarms.answer(caller, id, answer, note == null ? "" : note, null);
        return item(alarms.get(caller, id));
    }

    private AlarmItem item(Alarm alarm) {
        PlaceTree tree = places.tree();
        Alarm.Answered answered = alarm.answered();
        Alarm.Over over = alarm.over();
        return new AlarmItem(
                alarm.id(),
                tree.get(alarm.placeId()).code(),
                alarm.kind().code(),
                alarm.kind().weight().code(),
                alarm.subject().type().code(),
                alarm.subject().id(),
                alarm.label(),
                alarm.roads(),
                alarm.lamps(),
                alarm.reasons().stream()
                        .map(reason -> new ReasonItem(reason.key(), reason.args()))
                        .toList(),
                alarm.since(),
                alarm.raisedAt(),
                answered == null ? null : answered.answer().code(),
                answered == null ? null : answered.at(),
                answered == null ? null : answered.name(),
                over == null ? null : over.at(),
                over == null ? null : over.ending().code());
    }
}
