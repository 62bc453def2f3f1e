package vn.langso.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Texts;

/**
 * The curve of one figure over months as SVG coordinates in a field of 640 by 260.
 *
 * @param grid horizontal lines with their labels, from the ground up
 * @param line the curve; months without a value leave no gap, because they have no point
 * @param last label at the last point
 */
record TrendChart(List<Grid> grid, String line, List<Dot> dots, String last) {

    private static final double LEFT = 70;
    private static final double RIGHT = 580;
    private static final double TOP = 30;
    private static final double GROUND = 205;
    private static final double[] STEPS = {1, 2, 5};

    /** More labels than these run into each other on a phone. */
    private static final int MOST_LABELS = 5;

    /** A grid line. */
    record Grid(String y, String label) {}

    /** One month; {@code label} is empty where there is no room for it. */
    record Dot(String x, String y, String label, boolean kept) {}

    /** Null for fewer than two points with a value. */
    static @Nullable TrendChart of(List<TrendPoint> trend, Texts t) {
        List<TrendPoint> points =
                trend.stream().filter(point -> point.value() != null).toList();
        if (points.size() < 2) {
            return null;
        }
        boolean share = points.getLast().denominator() != null;
        List<Double> values = points.stream().map(TrendChart::number).toList();
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double step = step(Math.max(high - low, share ? 9 : 3) / 3);
        double ground = Math.max(0, Math.floor(low / step) * step);
        double top = Math.max(Math.ceil(high / step) * step, ground + 3 * step);
        if (share && top > 100) {
            ground = Math.max(0, ground - (top - 100));
            top = 100;
        }
        String suffix = share ? "%" : "";
        List<Grid> grid = new ArrayList<>();
        for (double at = ground; at <= top + step / 2; at += step) {
            grid.add(new Grid(say(y(at, ground, top)), t.decimal(at) + suffix));
        }
        List<Dot> dots = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int every = Math.ceilDiv(points.size(), MOST_LABELS);
        for (int i = 0; i < points.size(); i++) {
            String x = say(LEFT + (RIGHT - LEFT) * i / (points.size() - 1));
            String y = say(y(values.get(i), ground, top));
            boolean labelled = (points.size() - 1 - i) % every == 0;
            String label = labelled ? FigureWords.month(points.get(i).asOf()) : "";
            dots.add(new Dot(x, y, label, points.get(i).kept()));
            line.append(i == 0 ? "M" : "L").append(x).append(' ').append(y);
        }
        return new TrendChart(grid, line.toString(), dots, t.decimal(values.getLast()) + suffix);
    }

    private static double number(TrendPoint point) {
        BigDecimal value = point.value();
        return value == null ? 0 : value.doubleValue();
    }

    private static double y(double value, double ground, double top) {
        return GROUND - (value - ground) / (top - ground) * (GROUND - TOP);
    }

    /** The next of 1, 2, 5, 10, 20, 50, ... */
    private static double step(double least) {
        for (double power = 1; ; power *= 10) {
            for (double step : STEPS) {
                if (step * power >= least) {
                    return step * power;
                }
            }
        }
    }

    private static String say(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
