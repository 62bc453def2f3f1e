package vn.langso.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Texts;

/** How a figure is said to people: a percentage always beside its fraction, and the fraction alone under 20 cases. */
public record FigureWords(Texts t) {

    public String name(IndicatorDefinition definition) {
        return t.say("indicator." + definition.code());
    }

    public String help(IndicatorDefinition definition) {
        return t.say("indicator." + definition.code() + ".help");
    }

    public String source(IndicatorDefinition definition) {
        return t.say("indicator." + definition.code() + ".source");
    }

    public String unit(IndicatorDefinition definition) {
        return t.say("indicator.unit." + definition.unit());
    }

    /** The unit as it stands behind this number: one lane, two lanes. */
    public String unit(IndicatorDefinition definition, long number) {
        String one = "indicator.unit." + definition.unit() + ".one";
        return number == 1 && t.has(one) ? t.say(one) : unit(definition);
    }

    /** "84,1%", "6/7", "126", or that nothing was recorded. */
    public String value(Indicator figure) {
        Long denominator = figure.denominator();
        if (denominator == null) {
            return t.number(figure.numerator());
        }
        if (denominator == 0) {
            return t.say("indicators.value.none");
        }
        return figure.hasPercent() ? percent(figure.value()) : fraction(figure.numerator(), denominator);
    }

    /** What stands behind the value: "106/126 hộ", or the unit alone. */
    public String beside(Indicator figure) {
        Long denominator = figure.denominator();
        String unit = unit(figure.definition(), denominator == null ? figure.numerator() : denominator);
        return denominator != null && figure.hasPercent()
                ? fraction(figure.numerator(), denominator) + " " + unit
                : unit;
    }

    String fraction(long numerator, long denominator) {
        return t.number(numerator) + "/" + t.number(denominator);
    }

    String point(TrendPoint point) {
        Long denominator = point.denominator();
        if (denominator == null) {
            return t.number(point.numerator());
        }
        return denominator >= Indicator.FEWEST_FOR_PERCENT
                ? percent(point.value()) + " (" + fraction(point.numerator(), denominator) + ")"
                : fraction(point.numerator(), denominator);
    }

    /** "Trưởng thôn ghi, 15/12/2023": where the figure comes from and as of when. */
    public String evidence(Indicator figure, boolean today) {
        return today
                ? t.say("indicators.evidence.today", source(figure.definition()))
                : t.say("indicators.evidence.past", source(figure.definition()), t.date(figure.asOf()));
    }

    /** The list of those not counted: "20 hộ chưa có internet". */
    public String missing(Indicator figure) {
        String key = "indicator." + figure.definition().code() + ".missing";
        String number = t.number(figure.missing());
        return t.has(key)
                ? t.count(key, figure.missing())
                : t.say("indicators.records.missing", number, unit(figure.definition()));
    }

    /** Month and year, "11/2026". */
    public static String month(LocalDate day) {
        return "%02d/%d".formatted(day.getMonthValue(), day.getYear());
    }

    /**
     * What changed since the point before the last one; null when nothing did, or when too few cases make points meaningless.
     *
     * @param down true when the figure fell
     */
    public record Step(String text, boolean down) {}

    public @Nullable Step change(List<TrendPoint> trend) {
        if (trend.size() < 2) {
            return null;
        }
        TrendPoint before = trend.get(trend.size() - 2);
        TrendPoint now = trend.getLast();
        BigDecimal from = before.value();
        BigDecimal to = now.value();
        if (from == null || to == null || from.compareTo(to) == 0 || tooFew(before) || tooFew(now)) {
            return null;
        }
        BigDecimal difference = to.subtract(from);
        String sign = difference.signum() > 0 ? "+" : "";
        String key = now.denominator() == null ? "indicators.change.count" : "indicators.change.points";
        return new Step(
                t.say(key, sign + t.decimal(difference.doubleValue()), month(before.asOf())), difference.signum() < 0);
    }

    private static boolean tooFew(TrendPoint point) {
        Long denominator = point.denominator();
        return denominator != null && denominator < Indicator.FEWEST_FOR_PERCENT;
    }

    private String percent(@Nullable BigDecimal value) {
        return value == null ? "" : t.decimal(value.doubleValue()) + "%";
    }
}
