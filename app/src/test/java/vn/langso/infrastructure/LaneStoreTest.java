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

class LaneStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final LaneStore store = new LaneStore(DATABASE.jdbc());
    private final UUID village = Ids.next();

    @Test
    void laneIsReadBackWithItsServices() {
        UUID id = Ids.next();
        LaneDetails lane = InfrastructureSamples.lane(
                "Ngõ 3",
                InfrastructureSamples.service(Technology.FIBRE, "2021-05-01"),
                InfrastructureSamples.service(Technology.G4, "2018-01-01"));

        store.insert(id, village, lane);

        assertThat(store.find(id)).contains(new Lane(id, village, lane, 1));
        assertThat(store.under(List.of(village), null, 10)).containsExactly(new Lane(id, village, lane, 1));
        assertThat(store.count(List.of(village))).isEqualTo(1);
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

    @Test
    void staleVersionNeitherChangesNorRemoves() {
        UUID id = Ids.next();
        store.insert(id, village, InfrastructureSamples.lane("Ngõ 3"));
        store.update(id, 1, InfrastructureSamples.lane("Ngõ 4"));

        assertThat(store.update(id, 1, InfrastructureSamples.lane("Ngõ 5"))).isFalse();
        assertThat(store.delete(id, 1)).isFalse();
        assertThat(store.delete(id, 2)).isTrue();
    }
}
