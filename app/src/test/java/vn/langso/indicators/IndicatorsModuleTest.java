package vn.langso.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.Scenario;

import vn.langso.kernel.DayHasPassed;
import vn.langso.kernel.Ids;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({MovedClock.Beans.class, IndicatorsModuleTest.Sample.class})
class IndicatorsModuleTest {

    private static final LocalDate STORY = LocalDate.of(2023, 12, 15);

    @TestConfiguration
    static class Sample {

        @Bean
        SampleFigures sampleFigures() {
            return new SampleFigures();
        }
    }

    @Autowired
    private Indicators indicators;

    @Autowired
    private SampleFigures sample;

    @Autowired
    private Places places;

    @Autowired
    private MovedClock clock;

    @Autowired
    private JdbcClient jdbc;

    private UUID first;
    private UUID second;

    @BeforeEach
    void twoVillagesOfHaSon() {
        clock.moveTo("2026-11-23T08:00:00+07:00");
        sample.homes.clear();
        first = village("15313-71");
        second = village("15313-72");
        home(first, LocalDate.of(2023, 1, 1));
        home(first, LocalDate.of(2023, 12, 1));
        home(first, null);
        home(second, null);
    }

    @Test
    void figureIsCountedAsOfTheDay() {
        assertThat(fraction(first, LocalDate.of(2023, 11, 30))).isEqualTo("1/3");
        assertThat(fraction(first, STORY)).isEqualTo("2/3");
    }

    @Test
    void villagesAddUpAlongTheTreeAsItStoodOnTheDay() {
        UUID then = places.tree().byCode("15313", STORY).orElseThrow().id();
        UUID district = places.tree().byCode("392", STORY).orElseThrow().id();
        UUID now = places.tree().byCode("15316", null).orElseThrow().id();

        assertThat(fraction(then, STORY)).isEqualTo("2/4");
        assertThat(fraction(district, STORY)).isEqualTo("2/4");
        assertThat(fraction(now, LocalDate.of(2026, 11, 23))).isEqualTo("2/4");
    }

    @Test
    void allFiguresOfAPlaceTakeOneQuestion() {
        UUID commune = places.tree().byCode("15313", STORY).orElseThrow().id();
        sample.asked.set(0);

        List<Indicator> figures = indicators.at(commune, STORY);

        assertThat(sample.asked).hasValue(1);
        assertThat(figures)
                .extracting(figure -> figure.definition().code())
                .containsExactly(SampleFigures.TOTAL, SampleFigures.WITH_INTERNET);
    }

    @Test
    void breakdownShowsEachChildAndAddsUpToTheWhole() {
        UUID district = places.tree().byCode("392", STORY).orElseThrow().id();

        List<Indicator> children = indicators.byChild(district, SampleFigures.TOTAL, STORY);

        assertThat(children)
                .filteredOn(child -> child.place().code().equals("15313"))
                .singleElement()
                .extracting(Indicator::numerator)
                .isEqualTo(4L);
        assertThat(children.stream().mapToLong(Indicator::numerator).sum()).isEqualTo(4);
    }

    @Test
    void dayBeforeThePlaceOrInTheFutureIsRefused() {
        assertThat(refusal(() -> indicators.at(first, LocalDate.of(2020, 1, 1))))
                .isEqualTo("IND-002");
        assertThat(refusal(() -> indicators.at(first, LocalDate.of(2026, 11, 24))))
                .isEqualTo("IND-003");
        assertThat(refusal(() -> indicators.one(first, "samples.unknown", STORY)))
                .isEqualTo("IND-001");
    }

    @Test
    void headOfTheVillageOpensTheHouseholdsThatAreMissing() {
        Caller head = CallerSamples.of(Role.VILLAGE_HEAD, first);

        RecordPage page = indicators.records(head, missing(first), null, 10);

        assertThat(page.records()).singleElement().satisfies(home -> {
            assertThat(sample.homes.get(home.id()).internetSince()).isNull();
            assertThat(looksOf(head)).containsExactly(home.id());
        });
        assertThat(page.after()).isNull();
    }

    @Test
    void othersDoNotOpenThem() {
        Caller elsewhere = CallerSamples.of(Role.VILLAGE_HEAD, second);
        Caller resident = CallerSamples.of(Role.RESIDENT, first);

        assertThat(refusal(() -> indicators.records(elsewhere, missing(first), null, 10)))
                .isEqualTo("SHL-403");
        assertThat(refusal(() -> indicators.records(resident, missing(first), null, 10)))
                .isEqualTo("SHL-403");
        assertThat(looksOf(elsewhere)).isEmpty();
        assertThat(indicators.mayOpenRecords(resident, first, SampleFigures.WITH_INTERNET))
                .isFalse();
        assertThat(indicators.mayOpenRecords(null, first, SampleFigures.WITH_INTERNET))
                .isFalse();
    }

    @Test
    void recordsComeInPagesThatFollowEachOther() {
        Caller head = CallerSamples.of(Role.VILLAGE_HEAD, first);
        RecordQuestion all = new RecordQuestion(first, SampleFigures.WITH_INTERNET, Counted.DENOMINATOR, STORY);

        RecordPage one = indicators.records(head, all, null, 2);
        RecordPage two = indicators.records(head, all, one.after(), 2);

        assertThat(one.records()).hasSize(2);
        assertThat(two.records()).hasSize(1);
        assertThat(two.after()).isNull();
    }

    @Test
    void countMissesNothing() {
        Caller head = CallerSamples.of(Role.VILLAGE_HEAD, first);
        RecordQuestion missing = new RecordQuestion(first, SampleFigures.TOTAL, Counted.MISSING, STORY);

        assertThat(refusal(() -> indicators.records(head, missing, null, 10))).isEqualTo("IND-004");
    }

    @Test
    void endOfTheMonthKeepsFiguresForVillagesAndThoseAbove(Scenario scenario) {
        LocalDate lastDay = LocalDate.of(2024, 2, 29);
        UUID district = places.tree().byCode("392", lastDay).orElseThrow().id();

        scenario.publish(new DayHasPassed(lastDay))
                .andWaitForStateChange(() -> point(district, lastDay), TrendPoint::kept)
                .andVerify(kept -> assertThat(kept.numerator()).isEqualTo(2));

        home(first, LocalDate.of(2023, 1, 1));
        indicators.keepMonth(YearMonth.of(2024, 2));
        assertThat(point(first, lastDay).kept()).isTrue();
        assertThat(point(first, lastDay).numerator()).isEqualTo(2);
        assertThat(fraction(first, lastDay)).isEqualTo("3/4");
    }

    @Test
    void monthThatWasNotKeptIsComputedAndMarked() {
        TrendPoint november = point(first, LocalDate.of(2023, 11, 30));

        assertThat(november.kept()).isFalse();
        assertThat(november.numerator()).isEqualTo(1);
        assertThat(november.denominator()).isEqualTo(3);
    }

    @Test
    void monthsBeforeThePlaceHaveNoPoint() {
        List<TrendPoint> trend =
                indicators.trend(first, SampleFigures.TOTAL, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 6, 15));

        assertThat(trend)
                .extracting(TrendPoint::asOf)
                .containsExactly(LocalDate.of(2023, 4, 30), LocalDate.of(2023, 5, 31), LocalDate.of(2023, 6, 15));
    }

    private TrendPoint point(UUID place, LocalDate monthEnd) {
        return indicators
                .trend(place, SampleFigures.WITH_INTERNET, monthEnd.withDayOfMonth(1), monthEnd.plusDays(10))
                .getFirst();
    }

    private String fraction(UUID place, LocalDate on) {
        Indicator figure = indicators.one(place, SampleFigures.WITH_INTERNET, on);
        return figure.numerator() + "/" + figure.denominator();
    }

    private RecordQuestion missing(UUID place) {
        return new RecordQuestion(place, SampleFigures.WITH_INTERNET, Counted.MISSING, STORY);
    }

    private List<UUID> looksOf(Caller caller) {
        return jdbc.sql("select unnest(subject_ids) from audit.look where actor_id = :actor")
                .param("actor", caller.accountId())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private void home(UUID village, LocalDate internetSince) {
        sample.homes.put(Ids.next(), new SampleFigures.Home(village, internetSince));
    }

    private UUID village(String code) {
        return places.tree().byCode(code, null).map(place -> place.id()).orElseGet(() -> {
            UUID commune = places.tree().byCode("15313", STORY).orElseThrow().id();
            return places.establishVillage(
                    Caller.program("test"),
                    new NewVillage(code, "thon", "Mẫu " + code.substring(6), commune),
                    new Decision("01/QĐ-UBND", LocalDate.of(2023, 4, 10), "Thành lập thôn"));
        });
    }

    private static String refusal(Runnable question) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, question::run);
        return refused.problems().getFirst().code().code();
    }
}
