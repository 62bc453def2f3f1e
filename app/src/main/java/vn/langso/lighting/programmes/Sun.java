package vn.langso.lighting.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.shredzone.commons.suncalc.SunTimes;

import vn.langso.kernel.Texts;
import vn.langso.lighting.Spot;

/** When the sun rises and sets, in whole seconds; between the tropics it does so every day. Accurate to about a minute. */
final class Sun {

    private Sun() {}

    static Instant rises(LocalDate day, Spot spot) {
        return Objects.requireNonNull(times(day, spot).getRise()).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    static Instant sets(LocalDate day, Spot spot) {
        return Objects.requireNonNull(times(day, spot).getSet()).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static SunTimes times(LocalDate day, Spot spot) {
        ZonedDateTime midnight = day.atStartOfDay(Texts.ZONE);
        return SunTimes.compute()
                .on(midnight)
                .at(spot.latitude(), spot.longitude())
                .oneDay()
                .execute();
    }
}
