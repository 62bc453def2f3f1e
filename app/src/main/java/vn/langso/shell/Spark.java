package vn.langso.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The small curve beside a figure, as SVG paths in a field of 240 by 56.
 *
 * @param line the curve
 * @param area the curve closed to the ground
 * @param end the last point
 * @param threshold the level required; null when there is none
 */
record Spark(String line, String area, String end, @Nullable String threshold) {

    private static final double LEFT = 6;
    private static final double RIGHT = 230;
    private static final double TOP = 8;
    private static final double GROUND = 50;

    /**
     * Draws at least two values.
     *
     * @param leastSpan a smaller spread is drawn as if it were this big, so that a tremor does not look like a leap
     */
    static Spark of(List<Double> values, @Nullable Double required, double leastSpan) {
        List<Double> all = new ArrayList<>(values);
        if (required != null) {
            all.add(required);
        }
        double low = all.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = all.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double missing = Math.max(0, leastSpan - (high - low));
        Scale scale = new Scale(low - missing / 2, Math.max(high - low, leastSpan));
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            double x = LEFT + (RIGHT - LEFT) * i / Math.max(1, values.size() - 1);
            line.append(i == 0 ? "M" : "L").append(point(x, scale.y(values.get(i))));
        }
        double last = scale.y(values.getLast());
        return new Spark(
                line.toString(),
                line + "L" + point(RIGHT, 56) + "L" + point(LEFT, 56) + "z",
                "M" + point(RIGHT, last) + "h.01",
                required == null ? null : "M0 " + number(scale.y(required)) + "H240");
    }

    private static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }

    private record Scale(double low, double span) {

        double y(double value) {
            return GROUND - (value - low) / span * (GROUND - TOP);
        }
    }
}
