package vn.langso.places;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.places.PlaceRecords.Known;
import vn.langso.places.PlaceRecords.Unit;
import vn.langso.shell.Caller;

/**
 * Places and what decisions do to them.
 *
 * <p>Changes need the permission {@code places.change} for every place concerned, are recorded with their decision, can be undone while
 * nothing was built upon them, and publish {@link PlacesChanged}.
 */
@Service
public class Places {

    static final String PERMISSION = "places.change";

    private final PlaceSnapshots snapshots;
    private final PlaceStore store;
    private final OperationStore operations;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final ObjectProvider<PlaceUse> uses;

    Places(
            PlaceSnapshots snapshots,
            PlaceStore store,
            OperationStore operations,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource clock,
            ObjectProvider<PlaceUse> uses) {
        this.snapshots = snapshots;
        this.store = store;
        this.operations = operations;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.uses = uses;
    }

    /** All places, at most a second old; inside a transaction that changed places, with those changes. Cheap: call it each time. */
    public PlaceTree tree() {
        return snapshots.tree();
    }

    /**
     * Establishes a village from {@link Decision#effectiveOn()} on and lets it follow what happened to its commune since. Refusals: code
     * taken or of the wrong form, unknown or ended commune, a divided commune on the way without a target.
     *
     * @return id of the village
     */
    @Transactional
    public UUID establishVillage(Caller caller, NewVillage village, Decision decision) {
        return Objects.requireNonNull(
                establishVillages(caller, List.of(village), decision).get(village.code()));
    }

    /** As {@link #establishVillage} for many at once, all or none. Returns the ids by code. */
    @Transactional
    public Map<String, UUID> establishVillages(Caller caller, List<NewVillage> villages, Decision decision) {
        UUID operationId = Ids.next();
        return carryOut(caller, new PlaceChange.Establish(List.copyOf(villages)), decision, operationId)
                .opened()
                .units()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Unit::code, Unit::id));
    }

    /**
     * Does what the decision says. Refuses with {@code PLC-020} when places changed since {@code seenRevision}, the revision of the tree
     * that the officer's preview was made from.
     *
     * @return id of the recorded operation, for {@link #undo}
     */
    @Transactional
    public UUID change(Caller caller, PlaceChange change, Decision decision, long seenRevision) {
        if (store.lock() != seenRevision) {
            throw Problem.of(PlaceProblem.CHANGED_MEANWHILE).asException();
        }
        UUID operationId = Ids.next();
        carryOut(caller, change, decision, operationId);
        return operationId;
    }

    /**
     * Takes an operation back: what it opened goes, what it closed is open again. Refusals: already undone, a reference list, later
     * changes built upon it, records of other modules at a place that it made.
     */
    @Transactional
    public void undo(Caller caller, UUID operationId) {
        long revision = store.lock();
        Operation operation = operations
                .find(operationId)
                .orElseThrow(() -> Problem.of(PlaceProblem.UNKNOWN, operationId).asException());
        PlaceTree tree = snapshots.locked(revision);
        PlaceUndo undo = PlaceUndo.of(tree.records(), operation);
        requireAll(caller, undo.touched());
        List<Problem> problems = undo.problems(tree);
        if (problems.isEmpty()) {
            problems = inUse(undo.opened());
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        if (!operations.markUndone(operationId, now(), caller)) {
            throw Problem.of(PlaceProblem.UNDONE_BEFORE).asException();
        }
        store.takeBack(operationId);
        written(caller, operation, undo.touched(), "undo");
    }

    /** What {@link #change} would do; nothing is written. */
    PlacePlan preview(Caller caller, PlaceChange change, Decision decision) {
        requireAll(caller, change.subjects());
        return PlacePlanner.plan(tree(), change, decision, Ids.next());
    }

    /** Loads the units that the product brings, unless this version of them was loaded before. Returns whether it was loaded now. */
    @Transactional
    boolean loadReference(Caller caller) {
        store.lock();
        if (operations.isLoaded(ReferenceUnits.VERSION)) {
            return false;
        }
        ReferenceUnits reference = new ReferenceUnits(now());
        reference.operations().forEach(operation -> operations.insert(operation, caller));
        store.insert(reference.records());
        for (Operation operation : reference.operations()) {
            Set<UUID> touched = PlaceUndo.of(reference.records(), operation).touched();
            written(caller, operation, touched, operation.change());
        }
        operations.loaded(ReferenceUnits.VERSION, now());
        return true;
    }

    /** The newest first. */
    List<Operation> latestOperations(int limit) {
        return operations.latest(limit);
    }

    Map<UUID, Operation> operationsById(Set<UUID> ids) {
        return operations.byId(ids);
    }

    /** Records of other modules at these places: text key and number, only what is there. */
    Map<String, Long> recordsAt(Set<UUID> placeIds) {
        Map<String, Long> counts = new LinkedHashMap<>();
        uses.orderedStream().forEach(use -> {
            long count = use.count(placeIds);
            if (count > 0) {
                counts.put(use.textKey(), count);
            }
        });
        return counts;
    }

    private PlacePlan carryOut(Caller caller, PlaceChange change, Decision decision, UUID operationId) {
        requireAll(caller, change.subjects());
        PlaceTree tree = snapshots.locked(store.lock());
        PlacePlan plan = PlacePlanner.plan(tree, change, decision, operationId);
        if (!plan.problems().isEmpty()) {
            throw new ProblemException(plan.problems());
        }
        Operation operation =
                new Operation(operationId, change.name(), null, decision, Known.EXACT, "", caller.name(), now(), null);
        operations.insert(operation, caller);
        if (!plan.closed().isEmpty()) {
            store.close(plan.closed(), decision.effectiveOn().minusDays(1), operationId);
        }
        store.insert(plan.opened());
        written(caller, operation, plan.touched(), change.name());
        return plan;
    }

    private void written(Caller caller, Operation operation, Set<UUID> touched, String change) {
        store.advance();
        snapshots.changed();
        Map<String, Object> state = Map.of(
                "change", operation.change(),
                "number", operation.decision().number(),
                "effectiveOn", operation.decision().effectiveOn().toString(),
                "places", touched);
        boolean undone = "undo".equals(change);
        audit.changed(
                caller,
                new Change(
                        "places." + change,
                        caller.placeId(),
                        "place-operation",
                        operation.id(),
                        undone ? state : null,
                        undone ? null : state));
        events.publishEvent(
                new PlacesChanged(operation.id(), change, operation.decision().effectiveOn(), touched));
    }

    private List<Problem> inUse(Set<UUID> placeIds) {
        long records =
                recordsAt(placeIds).values().stream().mapToLong(Long::longValue).sum();
        return records == 0 ? List.of() : List.of(Problem.of(PlaceProblem.IN_USE, records));
    }

    private static void requireAll(Caller caller, Set<UUID> placeIds) {
        caller.require(PERMISSION);
        placeIds.forEach(id -> caller.require(PERMISSION, id));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
