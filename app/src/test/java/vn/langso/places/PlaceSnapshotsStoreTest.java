package vn.langso.places;

import java.time.Duration;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import vn.langso.platform.MovedClock;
import vn.langso.platform.TestDatabase;
import vn.langso.shell.Caller;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceSnapshotsStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final MovedClock clock = MovedClock.at("2026-11-23T08:00:00+07:00");
    private final PlaceStore store = new PlaceStore(DATABASE.jdbc());
    private final PlaceSnapshots snapshots = new PlaceSnapshots(store, clock);

    @BeforeAll
    static void loadReference() {
        ReferenceUnits reference = new ReferenceUnits(OffsetDateTime.parse("2026-11-20T08:00:00+07:00"));
        OperationStore operations = new OperationStore(DATABASE.jdbc());
        DATABASE.transaction().executeWithoutResult(status -> {
            reference.operations().forEach(operation -> operations.insert(operation, Caller.program("places.test")));
            new PlaceStore(DATABASE.jdbc()).insert(reference.records());
        });
    }

    @Test
    void changeByAnotherCopyOfTheProgramIsSeenWithinASecond() {
        PlaceTree before = snapshots.tree();
        store.advance();

        assertThat(snapshots.tree()).isSameAs(before);
        clock.moveBy(Duration.ofSeconds(1));
        assertThat(snapshots.tree().revision()).isEqualTo(before.revision() + 1);
    }

    @Test
    void newDayIsTodayWithoutAnyChange() {
        PlaceTree before = snapshots.tree();
        clock.moveTo("2026-11-24T00:00:01+07:00");

        PlaceTree after = snapshots.tree();

        assertThat(after.today()).isEqualTo(before.today().plusDays(1));
        assertThat(after.revision()).isEqualTo(before.revision());
    }
}
