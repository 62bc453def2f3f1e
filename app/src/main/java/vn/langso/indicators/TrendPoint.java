package vn.langso.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What an indicator said at the end of a month, or on the last day asked for.
 *
 * @param asOf the day that the figure tells about
 * @param denominator null for counts
 * @param kept true when the figure was kept at the end of that month, false when it is computed from today's records of that day
 */
public record TrendPoint(
        LocalDate asOf, long numerator, @Nullable Long denominator, boolean kept) {

    /** A count as it is, a share in percent to four decimals; null for a share of nothing. */
    public @Nullable BigDecimal value() {
        return Indicator.value(numerator, denominator);
    }
}
