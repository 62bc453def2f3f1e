package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.langso.indicators.Counted;
import vn.langso.indicators.IndicatorPart;
import vn.langso.indicators.IndicatorRecord;
import vn.langso.indicators.IndicatorSource.RecordQuery;
import vn.langso.kernel.Ids;
import vn.langso.platform.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class InfrastructureFiguresStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LocalDate STORY = LocalDate.of(2023, 12, 15);

    private final AssetStore assets = new AssetStore(DATABASE.jdbc());
    private final InfrastructureFigures figures = new InfrastructureFigures(DATABASE.jdbc());
    private final UUID village = Ids.next();

    @Test
    void thingCountsFromItsFirstToItsLastDay() {
        AssetDetails wifi = InfrastructureSamples.thing(AssetKind.PUBLIC_WIFI, LocalDate.of(2023, 12, 15));
        assets.insert(Ids.next(), village, wifi.until(LocalDate.of(2024, 1, 31)));

        assertThat(part("infrastructure.public-wifi", LocalDate.of(2023, 12, 14)))
                .isNull();
        assertThat(part("infrastructure.public-wifi", STORY).numerator()).isEqualTo(1);
        assertThat(part("infrastructure.public-wifi", LocalDate.of(2024, 1, 31)).numerator())
                .isEqualTo(1);
        assertThat(part("infrastructure.public-wifi", LocalDate.of(2024, 2, 1))).isNull();
    }

    @Test
    void laneHasFibreFromTheDayOfItsFirstOperator() {
        assets.insert(
                Ids.next(),
                village,
                InfrastructureSamples.lane(
                        "Ngõ 1",
                        InfrastructureSamples.service(Technology.FIBRE, "2020-01-01"),
                        InfrastructureSamples.service(Technology.FIBRE, "2022-01-01")));
        assets.insert(
                Ids.next(),
                village,
                InfrastructureSamples.lane("Ngõ 2", InfrastructureSamples.service(Technology.FIBRE, "2024-03-01")));

        assertThat(part("infrastructure.lanes-with-fibre", STORY))
                .isEqualTo(new IndicatorPart("infrastructure.lanes-with-fibre", village, 1, 2));
        assertThat(part("infrastructure.lanes-with-fibre", LocalDate.of(2024, 3, 1)))
                .isEqualTo(new IndicatorPart("infrastructure.lanes-with-fibre", village, 2, 2));
    }

    @Test
    void thirdGenerationAloneIsNoCoverage() {
        assets.insert(
                Ids.next(),
                village,
                InfrastructureSamples.lane("Ngõ 1", InfrastructureSamples.service(Technology.G3, "2015-01-01")));
        assets.insert(
                Ids.next(),
                village,
                InfrastructureSamples.lane("Ngõ 2", InfrastructureSamples.service(Technology.G5, "2022-01-01")));

        assertThat(part("infrastructure.mobile-coverage", STORY))
                .isEqualTo(new IndicatorPart("infrastructure.mobile-coverage", village, 1, 2));
    }

    @Test
    void listsBehindAShareAreThoseCountedThoseMissingAndAll() {
        UUID with = Ids.next();
        UUID without = Ids.next();
        assets.insert(
                with,
                village,
                InfrastructureSamples.lane("Ngõ 1", InfrastructureSamples.service(Technology.FIBRE, "2020-01-01")));
        assets.insert(without, village, InfrastructureSamples.lane("Ngõ 2"));

        assertThat(records("infrastructure.lanes-with-fibre", Counted.NUMERATOR))
                .extracting(IndicatorRecord::id)
                .containsExactly(with);
        assertThat(records("infrastructure.lanes-with-fibre", Counted.MISSING))
                .extracting(IndicatorRecord::id)
                .containsExactly(without);
        assertThat(records("infrastructure.lanes-with-fibre", Counted.DENOMINATOR))
                .hasSize(2);
    }

    @Test
    void listBehindACountHoldsAsManyAsTheFigureSays() {
        assets.insert(Ids.next(), village, InfrastructureSamples.station());
        assets.insert(Ids.next(), village, InfrastructureSamples.station());
        assets.insert(Ids.next(), village, InfrastructureSamples.thing(AssetKind.POSTAL_POINT, STORY));

        assertThat(records("infrastructure.bts", Counted.NUMERATOR))
                .hasSize((int) part("infrastructure.bts", STORY).numerator())
                .hasSize(2);
    }

    private IndicatorPart part(String code, LocalDate on) {
        return figures.parts(on, Set.of(village)).stream()
                .filter(part -> part.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private List<IndicatorRecord> records(String code, Counted counted) {
        return figures.records(new RecordQuery(code, counted, STORY, Set.of(village)), null, 10);
    }
}
