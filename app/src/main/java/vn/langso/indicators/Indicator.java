package vn.langso.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.langso.indicators.IndicatorDefinition.Kind;
import vn.langso.places.Place;

/**
 * A figure about a place at a time. Compare with a threshold by numerator and denominator, never by the rounded {@link #value()}.
 *
 * @param place as it was called on the day
 * @param asOf the day that the figure tells about
 * @param denominator null for counts
 */
public record Indicator(
        IndicatorDefinition definition,
        Place place,
        LocalDate asOf,
        long numerator,
        @Nullable Long denominator) {

    /** Below so many cases a percentage says more than is known; pages show only the fraction. */
    public static final int FEWEST_FOR_PERCENT = 20;

    private static final int DECIMALS = 4;

    static Indicator of(IndicatorDefinition definition, Place place, LocalDate asOf, IndicatorSum sum) {
        return new Indicator(
                definition, place, asOf, sum.numerator(), definition.kind() == Kind.SHARE ? sum.denominator() : null);
    }

    /** A count as it is, a share in percent to four decimals; null for a share of nothing. */
    public @Nullable BigDecimal value() {
        return value(numerator, denominator);
    }

    /** Those that could have been counted and were not; 0 for counts. */
    public long missing() {
        return denominator == null ? 0 : denominator - numerator;
    }

    /** True for a share of enough cases to say a percentage. */
    public boolean hasPercent() {
        return denominator != null && denominator >= FEWEST_FOR_PERCENT;
    }

    static @Nullable BigDecimal value(long numerator, @Nullable Long denominator) {
        if (denominator == null) {
            return BigDecimal.valueOf(numerator);
        }
        if (denominator == 0) {
            return null;
        }
        BigDecimal percent = BigDecimal.valueOf(numerator)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }
}
