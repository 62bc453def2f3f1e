package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

import vn.langso.kernel.Ids;
import vn.langso.platform.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AssetStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final AssetStore store = new AssetStore(DATABASE.jdbc());
    private static final List<AssetKind> ALL = List.of(AssetKind.values());

    private final UUID village = Ids.next();

    @Test
    void thingIsReadBackWithEverythingThatWasSaid() {
        UUID id = Ids.next();
        AssetDetails station = InfrastructureSamples.station();

        store.insert(id, village, station);

        assertThat(store.find(id)).contains(new Asset(id, village, station, 1));
        assertThat(store.under(List.of(village), ALL, null, 10)).containsExactly(new Asset(id, village, station, 1));
        assertThat(store.count(List.of(village))).isEqualTo(1);
    }

    @Test
    void changeReplacesServicesAndCountsTheVersion() {
        UUID id = Ids.next();
        store.insert(id, village, InfrastructureSamples.station());
        AssetDetails wifi = InfrastructureSamples.thing(AssetKind.PUBLIC_WIFI, LocalDate.of(2022, 1, 1));

        assertThat(store.update(id, 1, wifi)).isTrue();

        assertThat(store.find(id)).contains(new Asset(id, village, wifi, 2));
    }

    @Test
    void staleVersionNeitherChangesNorRemoves() {
        UUID id = Ids.next();
        AssetDetails station = InfrastructureSamples.station();
        store.insert(id, village, station);
        store.update(id, 1, station);

        assertThat(store.update(id, 1, station.until(LocalDate.of(2026, 1, 1)))).isFalse();
        assertThat(store.delete(id, 1)).isFalse();
        assertThat(store.delete(id, 2)).isTrue();
        assertThat(store.find(id)).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGap() {
        for (int i = 0; i < 5; i++) {
            store.insert(Ids.next(), village, InfrastructureSamples.station());
        }
        List<Asset> all = store.under(List.of(village), ALL, null, 10);

        List<Asset> first = store.under(List.of(village), ALL, null, 3);
        List<Asset> second = store.under(List.of(village), ALL, first.getLast().id(), 3);

        assertThat(first).isEqualTo(all.subList(0, 3));
        assertThat(second).isEqualTo(all.subList(3, 5));
    }

    @Test
    void laneIsReadBackWithItsServices() {
        UUID id = Ids.next();
        AssetDetails lane = InfrastructureSamples.lane(
                "Ngõ 3",
                InfrastructureSamples.service(Technology.FIBRE, "2021-05-01"),
                InfrastructureSamples.service(Technology.G4, "2018-01-01"));

        store.insert(id, village, lane);
        store.insert(Ids.next(), village, InfrastructureSamples.station());

        assertThat(store.find(id)).contains(new Asset(id, village, lane, 1));
        assertThat(store.under(List.of(village), List.of(AssetKind.LANE), null, 10))
                .containsExactly(new Asset(id, village, lane, 1));
        assertThat(store.count(List.of(village))).isEqualTo(2);
    }

    @Test
    void laneNameIsTakenWhateverItsMarksUntilTheLaneIsClosed() {
        UUID first = Ids.next();
        store.insert(first, village, InfrastructureSamples.lane("Ngõ 3"));

        assertThatThrownBy(() -> store.insert(Ids.next(), village, InfrastructureSamples.lane("ngo  3")))
                .isInstanceOf(DuplicateKeyException.class);

        store.update(first, 1, InfrastructureSamples.lane("Ngõ 3").until(LocalDate.of(2025, 1, 1)));
        store.insert(Ids.next(), village, InfrastructureSamples.lane("ngo  3"));
        assertThat(store.count(List.of(village))).isEqualTo(2);
    }
}
