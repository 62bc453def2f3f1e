package vn.langso.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LunarDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1968-01-29", "1985-01-21", "2000-02-05", "2007-02-17", "2015-02-19", "2020-01-25", "2023-01-22",
                "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02"
            })
    void newYearFallsOnTheDaysOfTheVietnameseCalendar(LocalDate tet) {
        assertThat(LunarDate.of(tet)).isEqualTo(new LunarDate(1, 1, tet.getYear(), false));
        LunarDate eve = LunarDate.of(tet.minusDays(1));
        assertThat(eve.month()).isEqualTo(12);
        assertThat(eve.year()).isEqualTo(tet.getYear() - 1);
        assertThat(eve.day()).isBetween(29, 30);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-16, 4, 10, 2023, false",
        "2023-03-22, 1, 2, 2023, true",
        "2023-03-21, 30, 2, 2023, false",
        "2020-05-23, 1, 4, 2020, true",
        "2025-07-25, 1, 6, 2025, true",
        "2025-08-23, 1, 7, 2025, false",
        "2028-06-23, 1, 5, 2028, true",
        "1985-03-21, 1, 2, 1985, true",
        "2023-12-13, 1, 11, 2023, false",
        "2024-09-17, 15, 8, 2024, false",
        "2026-04-26, 10, 3, 2026, false"
    })
    void knownDaysAreFound(LocalDate date, int day, int month, int year, boolean leap) {
        assertThat(LunarDate.of(date)).isEqualTo(new LunarDate(day, month, year, leap));
    }

    @Test
    void eachDayFollowsTheOneBefore() {
        LocalDate begin = LocalDate.of(1968, 1, 1);
        LunarDate before = LunarDate.of(begin);
        for (LocalDate date : days(begin.plusDays(1), LocalDate.of(2100, 1, 1)).toList()) {
            LunarDate next = LunarDate.of(date);
            if (next.day() == 1) {
                assertThat(before.day()).as("last day before %s", date).isBetween(29, 30);
            } else {
                assertThat(next)
                        .as("%s", date)
                        .isEqualTo(new LunarDate(before.day() + 1, before.month(), before.year(), before.leap()));
            }
            before = next;
        }
    }

    @Test
    void monthsOfAYearAreTwelveOrThirteenWithOneRepeated() {
        for (int year = 1970; year < 2100; year++) {
            int number = year;
            var months = days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 3, 1))
                    .map(LunarDate::of)
                    .filter(day -> day.year() == number && day.day() == 1)
                    .toList();
            assertThat(months.stream().filter(month -> !month.leap()).map(LunarDate::month))
                    .as("%d", year)
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
            assertThat(months.stream().filter(LunarDate::leap)).hasSizeLessThan(2);
        }
    }

    private static Stream<LocalDate> days(LocalDate from, LocalDate to) {
        return Stream.iterate(from, day -> day.plusDays(1)).limit(ChronoUnit.DAYS.between(from, to));
    }
}
