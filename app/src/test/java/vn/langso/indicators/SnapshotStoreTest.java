package vn.langso.indicators;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.langso.kernel.Ids;
import vn.langso.platform.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class SnapshotStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final YearMonth MONTH = YearMonth.of(2023, 11);
    private static final Instant NIGHT = Instant.parse("2023-11-30T17:01:00Z");

    private final SnapshotStore store = new SnapshotStore(DATABASE.jdbc());
    private final UUID village = Ids.next();

    @Test
    void keptFiguresAreReadBackByMonthAndCode() {
        store.insert(
                MONTH,
                NIGHT,
                List.of(new IndicatorPart("a.share", village, 106, 126), new IndicatorPart("a.count", village, 2, 0)));
        store.insert(MONTH.plusMonths(2), NIGHT, List.of(new IndicatorPart("a.count", village, 3, 0)));

        assertThat(store.ofPlace(village, LocalDate.of(2023, 11, 15), LocalDate.of(2023, 12, 15)))
                .isEqualTo(Map.of(
                        MONTH, Map.of("a.share", new IndicatorSum(106, 126), "a.count", new IndicatorSum(2, 0))));
    }

    @Test
    void whatWasKeptFirstStays() {
        store.insert(MONTH, NIGHT, List.of(new IndicatorPart("a.count", village, 2, 0)));
        store.insert(MONTH, NIGHT, List.of(new IndicatorPart("a.count", village, 9, 0)));

        assertThat(store.ofPlace(village, MONTH.atDay(1), MONTH.atDay(1)))
                .isEqualTo(Map.of(MONTH, Map.of("a.count", new IndicatorSum(2, 0))));
    }
}
