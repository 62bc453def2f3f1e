package vn.langso.lighting.alarms;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.kernel.Problem;
import vn.langso.lighting.LightingAssets;
import vn.langso.shell.Caller;
import vn.langso.shell.Live;

/**
 * The alarms of street lights.
 *
 * <p>Reading needs {@code lighting.read}, answering {@code lighting.alarms} in the village; each answer leaves an audit row. Refusals are
 * {@code LGT-201} to {@code LGT-206}.
 */
@Service
public class Alarms {

    public static final String READ = LightingAssets.READ;
    public static final String ANSWER = "lighting.alarms";

    static final int LONGEST_NOTE = 1_000;

    private final AlarmStore store;
    private final AlarmNotices notices;
    private final LightingAssets assets;
    private final Audit audit;
    private final Live live;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Alarms(
            AlarmStore store,
            AlarmNotices notices,
            LightingAssets assets,
            Audit audit,
            Live live,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.notices = notices;
        this.assets = assets;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /** Raises an alarm in the caller's transaction and tells people; nothing happens when one of its subject and kind is open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(NewAlarm alarm) {
        if (store.insert(alarm, clock.instant())) {
            notices.tell(alarm);
            changed(alarm.placeId());
            events.publishEvent(new LightAlarmRaised(
                    alarm.id(), alarm.placeId(), alarm.cabinetId(), alarm.kind(), alarm.subject(), alarm.since()));
        }
    }

    /** Other lamps are dark than when it was raised. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(UUID id, List<String> roads, List<String> lamps, List<Reason> reasons) {
        store.change(id, roads, lamps, reasons).ifPresent(this::changed);
    }

    /** Ends an alarm; whoever waited for an answer is let go. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID id, Instant at, Ending ending) {
        Alarm alarm = store.find(id).orElseThrow();
        if (store.end(id, at, ending)) {
            notices.settle(id);
            changed(alarm.placeId());
            events.publishEvent(new LightAlarmEnded(id, alarm.placeId(), alarm.kind(), at, ending));
        }
    }

    /** What goes on in these villages, newest first, at most {@code limit}. The caller has checked who may know it. */
    @Transactional(readOnly = true)
    public List<Alarm> open(Collection<UUID> villages, int limit) {
        return store.open(villages, limit);
    }

    /** The alarm for those who may read its village; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Alarm> find(Caller caller, UUID id) {
        Optional<Alarm> found = store.find(id);
        found.ifPresent(alarm -> caller.require(READ, alarm.placeId()));
        return found;
    }

    /** Refuses with {@code LGT-201} what {@link #find} leaves empty. */
    @Transactional(readOnly = true)
    public Alarm get(Caller caller, UUID id) {
        return find(caller, id)
                .orElseThrow(() -> Problem.of(AlarmProblem.UNKNOWN).asException());
    }

    /** Alarms at or below the place, newest first, older than {@code after}. */
    @Transactional(readOnly = true)
    List<Alarm> list(Caller caller, UUID placeId, AlarmFilter filter, @Nullable UUID after, int limit) {
        caller.require(READ, placeId);
        Set<UUID> villages = assets.villages(placeId);
        return store.list(villages, filter, after, limit);
    }

    @Transactional(readOnly = true)
    List<Said> answers(UUID alarmId) {
        return store.answers(alarmId);
    }

    /**
     * Keeps what the caller says to an alarm and stops its escalation. Saying it twice is kept twice; who was first stays.
     *
     * @param note a reason, needed for {@code KNOWN}; what was found, needed for {@code FOUND}; else optional
     */
    @Transactional
    public void answer(Caller caller, UUID id, Answer answer, String note, @Nullable UUID photoId) {
        Alarm alarm = get(caller, id);
        caller.require(ANSWER, alarm.placeId());
        String said = java.text.Normalizer.normalize(note.strip(), java.text.Normalizer.Form.NFC);
        check(answer, said);
        Instant now = clock.instant();
        store.insertAnswer(id, answer, caller, now, said, photoId);
        if (answer != Answer.FOUND) {
            store.answer(id, answer, caller, now);
        }
        notices.settle(id);
        changed(alarm.placeId());
        audit.changed(
                caller,
                new Change(
                        "lighting.answer-alarm",
                        alarm.placeId(),
                        "light-alarm",
                        id,
                        null,
                        java.util.Map.of("answer", answer.code(), "note", said)));
    }

    private static void check(Answer answer, String note) {
        if (note.length() > LONGEST_NOTE) {
            throw Problem.at("note", AlarmProblem.NOTE_LONG, LONGEST_NOTE).asException();
        }
        if (note.isEmpty() && answer == Answer.KNOWN) {
            throw Problem.at("note", AlarmProblem.REASON_NEEDED).asException();
        }
        if (note.isEmpty() && answer == Answer.FOUND) {
            throw Problem.at("note", AlarmProblem.FIND_NEEDED).asException();
        }
    }

    private void changed(UUID placeId) {
        live.changed("lighting." + placeId);
    }
}
