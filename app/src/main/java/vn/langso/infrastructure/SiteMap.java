package vn.langso.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A small map of the things that have a position, as SVG coordinates in a field of 640 by 400, north up.
 *
 * @param marks numbered points; things that stand together share one
 * @param scaleWidth length of the bar in the field
 * @param scaleM what the bar stands for, in metres
 */
record SiteMap(List<Mark> marks, String scaleWidth, int scaleM) {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 400;
    private static final double MARGIN = 60;

    /** Nearer than this, two marks would cover each other. */
    private static final double TOGETHER = 34;

    /** A map of less ground than this would make a yard look like a village. */
    private static final double LEAST_M = 200;

    private static final double METRES_PER_DEGREE = 111_320;
    private static final int[] BARS = {50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000};

    /** @param numbers the things that stand here, "2, 3" */
    record Mark(String x, String y, String numbers) {}

    /** Null when nothing has a position. Numbers count the positions given, from one. */
    static @Nullable SiteMap of(List<Position> positions) {
        if (positions.isEmpty()) {
            return null;
        }
        double south = positions.stream().mapToDouble(Position::latitude).min().orElseThrow();
        double north = positions.stream().mapToDouble(Position::latitude).max().orElseThrow();
        double west = positions.stream().mapToDouble(Position::longitude).min().orElseThrow();
        double east = positions.stream().mapToDouble(Position::longitude).max().orElseThrow();
        double middle = (south + north) / 2;
        double metresPerEast = METRES_PER_DEGREE * Math.cos(Math.toRadians(middle));
        double widthM = Math.max((east - west) * metresPerEast, LEAST_M);
        double heightM = Math.max((north - south) * METRES_PER_DEGREE, LEAST_M);
        double perMetre = Math.min((WIDTH - 2 * MARGIN) / widthM, (HEIGHT - 2 * MARGIN) / heightM);
        List<double[]> spots = new ArrayList<>();
        List<StringBuilder> numbers = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            double x = WIDTH / 2 + (positions.get(i).longitude() - (west + east) / 2) * metresPerEast * perMetre;
            double y = HEIGHT / 2 - (positions.get(i).latitude() - middle) * METRES_PER_DEGREE * perMetre;
            int near = near(spots, x, y);
            if (near < 0) {
                spots.add(new double[] {x, y});
                numbers.add(new StringBuilder().append(i + 1));
            } else {
                numbers.get(near).append(", ").append(i + 1);
            }
        }
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < spots.size(); i++) {
            marks.add(new Mark(
                    say(spots.get(i)[0]), say(spots.get(i)[1]), numbers.get(i).toString()));
        }
        int bar = bar(perMetre);
        return new SiteMap(marks, say(bar * perMetre), bar);
    }

    private static int near(List<double[]> spots, double x, double y) {
        for (int i = 0; i < spots.size(); i++) {
            if (Math.hypot(spots.get(i)[0] - x, spots.get(i)[1] - y) < TOGETHER) {
                return i;
            }
        }
        return -1;
    }

    private static int bar(double perMetre) {
        int longest = BARS[0];
        for (int bar : BARS) {
            if (bar * perMetre <= WIDTH / 4) {
                longest = bar;
            }
        }
        return longest;
    }

    private static String say(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
