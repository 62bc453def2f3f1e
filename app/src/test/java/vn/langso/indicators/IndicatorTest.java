package vn.langso.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.langso.kernel.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class IndicatorTest {

    private static final Texts TEXTS = new Texts(
            Texts.VIETNAMESE,
            Map.of("indicators.change.points", "{0} điểm từ {1}", "indicators.change.count", "{0} từ {1}"));

    @Test
    void shareIsPercentToFourDecimals() {
        assertThat(Indicator.value(106, 126L)).isEqualByComparingTo("84.1270");
        assertThat(Indicator.value(1, 3L)).isEqualByComparingTo("33.3333");
        assertThat(Indicator.value(2, 3L)).isEqualByComparingTo("66.6667");
    }

    @Test
    void wholeShareIsAPlainHundred() {
        assertThat(Indicator.value(126, 126L)).hasToString("100");
        assertThat(Indicator.value(0, 126L)).hasToString("0");
    }

    @Test
    void almostAllIsNotAll() {
        assertThat(Indicator.value(999_999, 1_000_000L)).isEqualByComparingTo("99.9999");
    }

    @Test
    void countIsItsNumeratorAndShareOfNothingHasNoValue() {
        assertThat(Indicator.value(126, null)).hasToString("126");
        assertThat(Indicator.value(0, 0L)).isNull();
    }

    @Test
    void trendHasEachMonthEndAndTheLastDay() {
        assertThat(Trends.days(LocalDate.of(2023, 10, 1), LocalDate.of(2023, 12, 15)))
                .containsExactly(LocalDate.of(2023, 10, 31), LocalDate.of(2023, 11, 30), LocalDate.of(2023, 12, 15));
        assertThat(Trends.days(LocalDate.of(2023, 12, 1), LocalDate.of(2023, 12, 31)))
                .containsExactly(LocalDate.of(2023, 12, 31));
    }

    @Test
    void changeIsToldInPointsOnlyWithEnoughCases() {
        FigureWords words = new FigureWords(TEXTS);
        LocalDate before = YearMonth.of(2023, 11).atEndOfMonth();
        LocalDate now = LocalDate.of(2023, 12, 15);

        assertThat(words.change(
                        List.of(new TrendPoint(before, 100, 126L, true), new TrendPoint(now, 106, 126L, false))))
                .isEqualTo(new FigureWords.Step("+4,8 điểm từ 11/2023", false));
        assertThat(words.change(List.of(new TrendPoint(before, 3, 19L, true), new TrendPoint(now, 4, 19L, false))))
                .isNull();
        assertThat(words.change(List.of(new TrendPoint(before, 3, null, true), new TrendPoint(now, 2, null, false))))
                .isEqualTo(new FigureWords.Step("-1 từ 11/2023", true));
    }

    @Test
    void chartNeedsTwoPointsAndStaysBelowAHundredPercent() {
        Texts english = new Texts(Locale.UK, Map.of());
        TrendPoint first = new TrendPoint(LocalDate.of(2023, 10, 31), 124, 126L, true);
        TrendPoint last = new TrendPoint(LocalDate.of(2023, 11, 30), 126, 126L, false);

        TrendChart chart = TrendChart.of(List.of(first, last), english);

        assertThat(TrendChart.of(List.of(first), english)).isNull();
        assertThat(chart.grid().getLast().label()).isEqualTo("100%");
        assertThat(chart.dots()).extracting(TrendChart.Dot::kept).containsExactly(true, false);
        assertThat(chart.last()).isEqualTo("100%");
    }
}
