package vn.langso.lighting.watch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.kernel.Ids;
import vn.langso.platform.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class WatchStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NINE = CabinetSample.NINE;

    private final WatchStore store =
            new WatchStore(DATABASE.jdbc(), JsonMapper.builder().build());
    private final UUID village = Ids.next();
    private final UUID cabinet = Ids.next();

    @Test
    void memoryIsReadBackAsItWas() {
        Watching watching = new Watching(WatchSettings.usual(), Ids::next);
        CabinetSample night = CabinetSample.atNine();
        WatchState state =
                watching.see(WatchState.empty(), night.sight(), Around.quiet()).state();
        night.door = true;
        night.road(3, part -> part.off("local"));
        state = watching.see(state, night.sight(), Around.quiet()).state();

        assertThat(lock()).containsEntry(cabinet, WatchState.empty());
        store.save(cabinet, state, NINE, NINE);

        assertThat(store.states(List.of(cabinet))).containsEntry(cabinet, state);
        assertThat(lock()).containsEntry(cabinet, state);
    }

    @Test
    void neighboursThatAreOutAreCounted() {
        UUID other = Ids.next();
        UUID silent = Ids.next();
        lock();
        DATABASE.transaction().executeWithoutResult(status -> store.lock(Map.of(other, village), NINE));
        store.save(other, WatchState.empty(), NINE, NINE);
        store.silence(silent, village, NINE, NINE);

        assertThat(store.outNearby(cabinet, List.of(village))).isEqualTo(2);
        assertThat(store.silent()).containsEntry(silent, NINE);

        store.silence(silent, village, null, NINE);
        store.save(other, WatchState.empty(), null, NINE);
        assertThat(store.outNearby(cabinet, List.of(village))).isZero();
    }

    @Test
    void thePastIsKeptOnceADay() {
        Sight sight = CabinetSample.atNine().road(3, part -> part.off("local")).sight();
        Finding finding = new DarknessRules(WatchSettings.usual())
                .judge(WatchState.empty().seeing(CabinetSample.atNine().sight()).seeing(sight), sight, Around.quiet())
                .findings()
                .getFirst();
        UUID place = Ids.next();
        store.late(place, sight, finding, "T3");
        store.late(place, sight, finding, "T3");

        assertThat(DATABASE.jdbc()
                        .sql("select messages from lighting.late_finding where place_id = :place")
                        .param("place", place)
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
    }

    @Test
    void whoSwitchedACircuitOffIsTheLastThatSwitchedIt() {
        assertThat(store.switchedOffBy(cabinet, NINE)).isEmpty();
    }

    private Map<UUID, WatchState> lock() {
        return java.util.Objects.requireNonNull(
                DATABASE.transaction().execute(status -> store.lock(Map.of(cabinet, village), NINE)));
    }
}
