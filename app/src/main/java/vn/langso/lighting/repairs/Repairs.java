package vn.langso.lighting.repairs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.alarms.Alarms;
import vn.langso.lighting.alarms.CabinetWork;
import vn.langso.lighting.alarms.Ending;
import vn.langso.lighting.alarms.LightAlarmEnded;
import vn.langso.lighting.alarms.LightAlarmRaised;
import vn.langso.shell.Caller;
import vn.langso.shell.Live;

/**
 * Work on lights: taken, done, and verified by the measured power when its alarm ends.
 *
 * <p>Reading needs {@code lighting.read}, working {@code lighting.repair} in the village; each step leaves an audit row. Refusals are
 * {@code LGT-401} to {@code LGT-404}.
 */
@Service
class Repairs implements CabinetWork {

    static final String READ = LightingAssets.READ;
    static final String WORK = "lighting.repair";

    static final int LONGEST_TEXT = 1_000;

    /** Work taken in the morning and forgotten must not hide a thief in the night. */
    private static final Duration HIDES_ALARMS = Duration.ofHours(4);

    private static final Duration STATISTICS = Duration.ofDays(90);

    private final RepairStore store;
    private final Alarms alarms;
    private final LightingAssets assets;
    private final Audit audit;
    private final Live live;
    private final InstantSource clock;

    Repairs(RepairStore store, Alarms alarms, LightingAssets assets, Audit audit, Live live, InstantSource clock) {
        this.store = store;
        this.alarms = alarms;
        this.assets = assets;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "lighting.on-alarm-raised")
    void on(LightAlarmRaised raised) {
        if (raised.kind().isWork()) {
            alarms.find(Caller.program("lighting.repairs"), raised.alarmId()).ifPresent(alarm -> {
                if (store.insert(Ids.next(), alarm, alarm.raisedAt().toInstant())) {
                    changed(alarm.placeId());
                }
            });
        }
    }

    @ApplicationModuleListener(id = "lighting.on-alarm-ended")
    void on(LightAlarmEnded ended) {
        if (ended.ending() == Ending.BACK
                && store.verify(ended.alarmId(), ended.at()).isPresent()) {
            changed(ended.placeId());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isUnderway(UUID cabinetId) {
        return store.isUnderway(cabinetId, clock.instant().minus(HIDES_ALARMS));
    }

    @Transactional(readOnly = true)
    Repair get(Caller caller, UUID id) {
        Repair repair = store.find(id)
                .orElseThrow(() -> Problem.of(RepairProblem.UNKNOWN).asException());
        caller.require(READ, repair.placeId());
        return repair;
    }

    /** Newest first; without {@code all} only what is not verified yet. */
    @Transactional(readOnly = true)
    List<Repair> list(Caller caller, UUID placeId, boolean all, @Nullable UUID after, int limit) {
        caller.require(READ, placeId);
        return store.list(assets.villages(placeId), all, after, limit);
    }

    @Transactional(readOnly = true)
    int openCount(Collection<UUID> villages) {
        return store.openCount(villages);
    }

    /** What was mended in the last 90 days. */
    @Transactional(readOnly = true)
    RepairStore.Mended mended(UUID placeId) {
        return store.mended(assets.villages(placeId), clock.instant().minus(STATISTICS));
    }

    @Transactional
    void take(Caller caller, UUID id) {
        step(caller, id, "take", store.take(working(caller, id), caller, clock.instant()), Map.of());
    }

    @Transactional
    void giveBack(Caller caller, UUID id) {
        step(caller, id, "give-back", store.giveBack(working(caller, id)), Map.of());
    }

    @Transactional
    void photoBefore(Caller caller, UUID id, UUID photoId) {
        store.beforePhoto(working(caller, id), photoId);
        step(caller, id, "photo", true, Map.of("photo", photoId));
    }

    /** Says that it is done; {@code note} tells what was done and is needed. */
    @Transactional
    void done(Caller caller, UUID id, String parts, String note, @Nullable UUID photoId) {
        if (note.isBlank()) {
            throw Problem.at("note", RepairProblem.NOTE_NEEDED).asException();
        }
        if (note.length() > LONGEST_TEXT || parts.length() > LONGEST_TEXT) {
            throw Problem.at("note", RepairProblem.TEXT_LONG, LONGEST_TEXT).asException();
        }
        Instant now = clock.instant();
        step(
                caller,
                id,
                "done",
                store.done(working(caller, id), now, parts, note, photoId),
                Map.of("parts", parts, "note", note));
    }

    @Transactional
    void reopen(Caller caller, UUID id) {
        step(caller, id, "reopen", store.reopen(working(caller, id)), Map.of());
    }

    private UUID working(Caller caller, UUID id) {
        caller.require(WORK, get(caller, id).placeId());
        return id;
    }

    private void step(Caller caller, UUID id, String what, boolean happened, Map<String, Object> said) {
        if (!happened) {
            throw Problem.of(RepairProblem.NOT_SO_NOW).asException();
        }
        UUID place = get(caller, id).placeId();
        changed(place);
        audit.changed(caller, new Change("lighting.repair-" + what, place, "light-repair", id, null, said));
    }

    private void changed(UUID placeId) {
        live.changed("lighting." + placeId);
    }
}
