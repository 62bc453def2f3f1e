package vn.langso.lighting;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;

/**
 * Changes of the register of lights: rows of a sheet, a lamp corrected, replaced or taken down, a cabinet corrected.
 *
 * <p>All need {@code lighting.assets} in the village and leave an audit row; refusals are {@code LGT-001} to {@code LGT-018}. A correction
 * changes what was always so, a replacement ends the old lamp and starts another on the same pole.
 */
@Service
public class LightingEdits {

    private final LightingStore store;
    private final EditStore edits;
    private final Audit audit;
    private final InstantSource clock;

    LightingEdits(LightingStore store, EditStore edits, Audit audit, InstantSource clock) {
        this.store = store;
        this.edits = edits;
        this.audit = audit;
        this.clock = clock;
    }

    /** A lamp with the cabinet that it hangs on; {@code version} of the lamp is to be named when it is changed. */
    public record HungLamp(Lamp lamp, Cabinet cabinet, int version) {}

    /** A row held against the register: recorded already, or with what is wrong, or neither and ready. */
    public record Judged(AssetRow row, boolean known, List<Problem> problems) {

        public boolean isReady() {
            return !known && problems.isEmpty();
        }
    }

    /** What rows of a sheet made, to be taken back. */
    public record Made(List<UUID> roads, List<UUID> cabinets, List<UUID> circuits, List<UUID> lamps) {}

    public HungLamp lamp(Caller caller, UUID id) {
        HungLamp found = edits.lamp(id)
                .orElseThrow(() -> Problem.of(LightingProblem.UNKNOWN).asException());
        caller.require(LightingAssets.EDIT, found.cabinet().placeId());
        return found;
    }

    public Cabinet cabinet(Caller caller, UUID id) {
        Cabinet found = store.cabinet(id)
                .orElseThrow(() -> Problem.of(LightingProblem.UNKNOWN).asException());
        caller.require(LightingAssets.EDIT, found.placeId());
        return found;
    }

    /** Corrects what is recorded of a lamp, its place on the map too. */
    @Transactional
    public void correct(Caller caller, UUID id, int version, LampDetails details) {
        HungLamp before = lamp(caller, id);
        refuse(AssetRules.check(before.lamp().code(), details, today()));
        current(edits.correct(before.lamp(), version, details));
        store.advance();
        changed(caller, "lighting.change-lamp", before, details);
    }

    /** Ends the lamp the day before {@code details.since()} and hangs another on its pole; returns the id of that. */
    @Transactional
    public UUID replace(Caller caller, UUID id, int version, LampDetails details) {
        HungLamp before = lamp(caller, id);
        Lamp old = before.lamp();
        refuse(AssetRules.check(old.code(), details, today()));
        if (!details.since().isAfter(old.since())) {
            throw Problem.at("since", LightingProblem.REPLACED_EARLY).asException();
        }
        current(edits.end(id, version, details.since().minusDays(1)));
        UUID next = Ids.next();
        edits.hang(next, old, details);
        store.advance();
        changed(caller, "lighting.replace-lamp", before, details);
        return next;
    }

    /** Corrects name, device and place of a cabinet. */
    @Transactional
    public void correct(Caller caller, Cabinet cabinet) {
        Cabinet before = cabinet(caller, cabinet.id());
        refuse(AssetRules.check(cabinet.spot()));
        try {
            current(edits.correct(cabinet));
        } catch (DuplicateKeyException taken) {
            throw Problem.at("device", LightingProblem.DEVICE_TAKEN, String.valueOf(cabinet.deviceId()))
                    .asException();
        }
        store.advance();
        audit.changed(
                caller,
                new Change("lighting.change-cabinet", before.placeId(), "cabinet", before.id(), before, cabinet));
    }

    /** Holds rows of a sheet against what the village has; changes nothing. */
    public List<Judged> judge(Caller caller, UUID village, List<AssetRow> rows) {
        caller.require(LightingAssets.EDIT, village);
        return register(village).judge(rows);
    }

    /** Records the rows that are ready and leaves out the others. */
    @Transactional
    public Made add(Caller caller, UUID village, List<AssetRow> rows) {
        caller.require(LightingAssets.EDIT, village);
        edits.lock();
        Register register = register(village);
        RowsAdded added = new RowsAdded(store, edits, village, register);
        register.judge(rows).stream().filter(Judged::isReady).map(Judged::row).forEach(added::add);
        Made made = added.made();
        store.advance();
        audit.changed(caller, new Change("lighting.import", village, "place", village, null, made));
        return made;
    }

    /** Takes back what rows of a sheet made; refuses {@code LGT-018} when some of it has been changed or has reported since. */
    @Transactional
    public void takeBack(Caller caller, UUID village, Made made) {
        caller.require(LightingAssets.EDIT, village);
        edits.lock();
        if (!edits.untouched(made)) {
            throw Problem.of(LightingProblem.USED_SINCE).asException();
        }
        edits.remove(made);
        store.advance();
        audit.changed(caller, new Change("lighting.import-undone", village, "place", village, made, null));
    }

    private Register register(UUID village) {
        LocalDate today = today();
        Map<String, Layout> cabinets = new HashMap<>();
        store.cabinets(List.of(village), today)
                .forEach(cabinet -> cabinets.put(cabinet.code(), store.layout(cabinet, today)));
        Map<String, Road> roads = new HashMap<>();
        store.roads(List.of(village), today).forEach(road -> roads.put(road.code(), road));
        return new Register(cabinets, roads, edits.devices(village), today);
    }

    private void changed(Caller caller, String action, HungLamp before, LampDetails after) {
        Lamp lamp = before.lamp();
        audit.changed(
                caller, new Change(action, before.cabinet().placeId(), "lamp", lamp.id(), LampDetails.of(lamp), after));
    }

    private static void current(int rows) {
        if (rows == 0) {
            throw Problem.of(LightingProblem.CHANGED_MEANWHILE).asException();
        }
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Texts.ZONE);
    }
}
