package vn.langso.lighting.programmes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.langso.kernel.Texts;
import vn.langso.lighting.Spot;

import static org.assertj.core.api.Assertions.assertThat;

/** Times of the reference commune, computed by the formula of the American weather service, within two minutes. */
class SunTest {

    private static final Spot HA_SON = new Spot(20.01, 105.79);

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 06:34, 17:37",
        "2026-02-15, 06:27, 17:56",
        "2026-03-21, 06:01, 18:08",
        "2026-04-15, 05:40, 18:15",
        "2026-05-15, 05:21, 18:25",
        "2026-06-21, 05:18, 18:38",
        "2026-07-15, 05:25, 18:40",
        "2026-08-15, 05:37, 18:27",
        "2026-09-23, 05:45, 17:53",
        "2026-10-15, 05:51, 17:34",
        "2026-11-15, 06:06, 17:18",
        "2026-12-21, 06:27, 17:22"
    })
    void sunRisesAndSetsAsTheTableSays(LocalDate day, LocalTime rise, LocalTime set) {
        assertThat(Sun.rises(day, HA_SON)).isBetween(at(day, rise, -2), at(day, rise, 3));
        assertThat(Sun.sets(day, HA_SON)).isBetween(at(day, set, -2), at(day, set, 3));
    }

    /** The table has whole minutes, so up to one more than two counts. */
    private static Instant at(LocalDate day, LocalTime time, int minutes) {
        return day.atTime(time).atZone(Texts.ZONE).toInstant().plus(Duration.ofMinutes(minutes));
    }
}
