package vn.langso.places;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;
import vn.langso.places.PlaceRecords.Trace;

/**
 * What taking one operation back would mean.
 *
 * @param opened places that it made and that would be gone
 * @param touched all places that it changed
 * @param builtUpon places on which later operations rest
 */
record PlaceUndo(Operation operation, Set<UUID> opened, Set<UUID> touched, Set<UUID> builtUpon) {

    static PlaceUndo of(PlaceRecords records, Operation operation) {
        UUID id = operation.id();
        Set<UUID> opened = new HashSet<>();
        Set<UUID> touched = new HashSet<>();
        Set<UUID> builtUpon = new HashSet<>();
        records.units().forEach(unit -> {
            if (unit.trace().openedBy().equals(id)) {
                opened.add(unit.id());
            }
            note(unit.trace(), unit.id(), id, touched, builtUpon);
        });
        records.names().forEach(name -> note(name.trace(), name.placeId(), id, touched, builtUpon));
        records.parents().forEach(parent -> {
            note(parent.trace(), parent.placeId(), id, touched, builtUpon);
            if (opened.contains(parent.parentId()) && !parent.trace().openedBy().equals(id)) {
                builtUpon.add(parent.placeId());
            }
        });
        records.successions().forEach(succession -> {
            boolean own = succession.openedBy().equals(id);
            if (own) {
                touched.add(succession.fromId());
                touched.add(succession.toId());
            } else if (opened.contains(succession.toId())) {
                builtUpon.add(succession.fromId());
            }
        });
        return new PlaceUndo(operation, Set.copyOf(opened), Set.copyOf(touched), Set.copyOf(builtUpon));
    }

    List<Problem> problems(PlaceTree tree) {
        List<Problem> problems = new ArrayList<>();
        if (operation.isReference()) {
            problems.add(Problem.of(PlaceProblem.REFERENCE));
        }
        if (operation.undoneAt() != null) {
            problems.add(Problem.of(PlaceProblem.UNDONE_BEFORE));
        }
        for (UUID id : builtUpon) {
            problems.add(Problem.of(PlaceProblem.BUILT_UPON, tree.get(id).fullName()));
        }
        return problems;
    }

    /** A row that this operation opened and a later one closed cannot be removed without tearing the later one apart. */
    private static void note(Trace trace, UUID placeId, UUID operationId, Set<UUID> touched, Set<UUID> builtUpon) {
        boolean openedHere = trace.openedBy().equals(operationId);
        @Nullable UUID closedBy = trace.closedBy();
        if (openedHere || operationId.equals(closedBy)) {
            touched.add(placeId);
        }
        if (openedHere && closedBy != null && !closedBy.equals(operationId)) {
            builtUpon.add(placeId);
        }
    }
}
