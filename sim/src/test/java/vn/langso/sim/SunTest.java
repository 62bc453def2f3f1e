package vn.langso.sim;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Sunsets at 20.01 N, 105.79 E by the almanac, within two minutes. */
class SunTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @CsvSource({"01-15, 17:37", "03-21, 18:08", "06-21, 18:38", "09-23, 17:53", "12-21, 17:22"})
    void sunsetIsThatOfTheAlmanac(String day, String sunset) {
        ZonedDateTime noon = LocalDate.parse("2026-" + day).atTime(12, 0).atZone(ZONE);

        ZonedDateTime found = Sun.nextSunset(noon.toInstant(), 20.01, 105.79).atZone(ZONE);

        assertThat(found).isCloseTo(noon.with(LocalTime.parse(sunset)), within(2, MINUTES));
    }
}
