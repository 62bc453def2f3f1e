package vn.langso.lighting.programmes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Texts;
import vn.langso.lighting.Spot;

/**
 * When the circuits of a cabinet burn: from sunset to sunrise, some of them resting in the middle of the night.
 *
 * @param afterSunset how long after sunset the lights go on; negative is before
 * @param beforeSunrise how long before sunrise they go off; negative is after
 * @param restFrom from this hour the resting circuits are dark; null when none rests
 * @param resting codes of the circuits that rest
 */
record Programme(
        Duration afterSunset,
        Duration beforeSunrise,
        @Nullable LocalTime restFrom,
        @Nullable LocalTime restUntil,
        Set<String> resting) {

    /** Source: the usual practice, not verified: on some 10 minutes after sunset, every second lamp off after 23:00, off before sunrise. */
    static Programme usual(Set<String> everySecond) {
        return new Programme(
                Duration.ofMinutes(10), Duration.ofMinutes(10), LocalTime.of(23, 0), LocalTime.of(4, 30), everySecond);
    }

    /** A stretch of time in which a circuit burns. */
    record Burning(Instant from, Instant until) {}

    /** When a circuit burns in the night that begins on the evening of the day; in their order, none empty. */
    List<Burning> night(LocalDate evening, String circuit, Spot spot) {
        Instant on = Sun.sets(evening, spot).plus(afterSunset);
        Instant off = Sun.rises(evening.plusDays(1), spot).minus(beforeSunrise);
        if (!on.isBefore(off)) {
            return List.of();
        }
        if (restFrom == null || restUntil == null || !resting.contains(circuit)) {
            return List.of(new Burning(on, off));
        }
        Instant rests = at(evening, restFrom);
        Instant again = at(evening, restUntil);
        List<Burning> burning = new ArrayList<>();
        if (on.isBefore(rests)) {
            burning.add(new Burning(on, rests.isBefore(off) ? rests : off));
        }
        Instant second = again.isAfter(on) ? again : on;
        if (second.isBefore(off)) {
            burning.add(new Burning(second, off));
        }
        return burning;
    }

    /** Hours before noon belong to the morning after. */
    private static Instant at(LocalDate evening, LocalTime hour) {
        LocalDate day = hour.isBefore(LocalTime.NOON) ? evening.plusDays(1) : evening;
        return day.atTime(hour).atZone(Texts.ZONE).toInstant();
    }

    /** What the circuit should do at the moment, since when and until when. */
    LightLevel at(Instant moment, String circuit, Spot spot) {
        LocalDate today = LocalDate.ofInstant(moment, Texts.ZONE);
        Instant since = Instant.MIN;
        for (LocalDate evening = today.minusDays(2);
                !evening.isAfter(today.plusDays(1));
                evening = evening.plusDays(1)) {
            for (Burning burning : night(evening, circuit, spot)) {
                if (moment.isBefore(burning.from())) {
                    return new LightLevel(0, since, burning.from());
                }
                if (moment.isBefore(burning.until())) {
                    return new LightLevel(100, burning.from(), burning.until());
                }
                since = burning.until();
            }
        }
        throw new IllegalStateException("The sun did not set at " + spot + " after " + moment);
    }
}
