package vn.langso.places;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

import vn.langso.kernel.Ids;
import vn.langso.places.PlaceRecords.Figures;
import vn.langso.places.PlaceRecords.Known;
import vn.langso.places.PlaceRecords.Span;
import vn.langso.places.PlaceRecords.Trace;
import vn.langso.places.PlaceRecords.Unit;
import vn.langso.platform.TestDatabase;
import vn.langso.shell.Caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.langso.places.PlaceSamples.TODAY;
import static vn.langso.places.PlaceSamples.id;

class PlaceStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-20T08:00:00+07:00");
    private static final Caller PROGRAM = Caller.program("places.test");

    private final PlaceStore store = new PlaceStore(DATABASE.jdbc());
    private final OperationStore operations = new OperationStore(DATABASE.jdbc());

    @BeforeAll
    static void loadReference() {
        ReferenceUnits reference = new ReferenceUnits(NOW);
        OperationStore operations = new OperationStore(DATABASE.jdbc());
        DATABASE.transaction().executeWithoutResult(status -> {
            reference.operations().forEach(operation -> operations.insert(operation, PROGRAM));
            new PlaceStore(DATABASE.jdbc()).insert(reference.records());
        });
    }

    @Test
    void whatIsReadBackIsTheSameTree() {
        PlaceTree tree = new PlaceTree(store.load(), TODAY);
        PlaceTree official = PlaceSamples.official();

        assertThat(tree.records().units()).hasSameSizeAs(official.records().units());
        assertThat(tree.children(id(tree, "38", TODAY), TODAY))
                .extracting(Place::fullName)
                .isEqualTo(official.children(id(official, "38", TODAY), TODAY).stream()
                        .map(Place::fullName)
                        .toList());
        Unit tongSon = tree.node(id(tree, "15316", TODAY)).unit();
        assertThat(tongSon.figures()).isEqualTo(new Figures(20.0144, 105.786, 69.36, null));
        assertThat(tree.node(id(tree, "14755", PlaceSamples.BEFORE_REFORM))
                        .unit()
                        .known())
                .isEqualTo(Known.LIST);
    }

    @Test
    void operationClosesRowsAndTakingItBackOpensThemAgain() {
        PlaceTree before = new PlaceTree(store.load(), TODAY);
        UUID operation = operation("rename", null);
        PlacePlan plan = PlacePlanner.plan(
                before,
                new PlaceChange.Rename(id(before, "15298", TODAY), "phuong", "Lĩnh Toại"),
                PlaceSamples.decision("2026-10-01"),
                operation);

        DATABASE.transaction().executeWithoutResult(status -> {
            assertThat(store.close(plan.closed(), LocalDate.of(2026, 9, 30), operation))
                    .isEqualTo(1);
            store.insert(plan.opened());
        });
        PlaceTree changed = new PlaceTree(store.load(), TODAY);
        assertThat(changed.byCode("15298", null).orElseThrow().fullName()).isEqualTo("Phường Lĩnh Toại");
        DATABASE.transaction().executeWithoutResult(status -> store.takeBack(operation));

        PlaceTree after = new PlaceTree(store.load(), TODAY);
        assertThat(Set.copyOf(after.records().names()))
                .isEqualTo(Set.copyOf(before.records().names()));
    }

    @Test
    void codeCannotBeOpenTwice() {
        UUID operation = operation("establish", null);
        Unit twin = new Unit(
                Ids.next(),
                "15316",
                PlaceKind.COMMUNE,
                new Span(LocalDate.of(2026, 10, 1), null),
                Figures.NONE,
                Known.EXACT,
                new Trace(operation, null));

        assertThatThrownBy(() -> store.insert(new PlaceRecords(List.of(twin), List.of(), List.of(), List.of(), 0)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void revisionGrowsByOne() {
        DATABASE.transaction().executeWithoutResult(status -> {
            long before = store.lock();
            assertThat(store.advance()).isEqualTo(before + 1);
            assertThat(store.revision()).isEqualTo(before + 1);
        });
    }

    @Test
    void operationIsReadBackAndUndoneOnce() {
        UUID id = operation("merge", null);

        Operation operation = operations.find(id).orElseThrow();
        assertThat(operation.decision()).isEqualTo(PlaceSamples.decision("2026-10-01"));
        assertThat(operation.recordedAt()).isEqualTo(NOW);
        assertThat(operations.latest(500)).extracting(Operation::id).contains(id);
        assertThat(operations.markUndone(id, NOW, PROGRAM)).isTrue();
        assertThat(operations.markUndone(id, NOW, PROGRAM)).isFalse();
        assertThat(Objects.requireNonNull(operations.byId(Set.of(id)).get(id)).undoneAt())
                .isEqualTo(NOW);
    }

    @Test
    void versionOfTheListsIsRemembered() {
        String version = "list-" + Ids.next();

        assertThat(operations.isLoaded(version)).isFalse();
        operations.loaded(version, NOW);
        assertThat(operations.isLoaded(version)).isTrue();
    }

    private UUID operation(String change, String key) {
        UUID id = Ids.next();
        operations.insert(
                new Operation(id, change, key, PlaceSamples.decision("2026-10-01"), Known.EXACT, "", "", NOW, null),
                PROGRAM);
        return id;
    }
}
