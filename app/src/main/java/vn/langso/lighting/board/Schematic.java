package vn.langso.lighting.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.Road;
import vn.langso.lighting.Spot;

/**
 * The roads and lamps of a village in a field of 800 by 520, north up.
 *
 * @param roads lines through the lamps of each road
 */
record Schematic(List<Line> roads, List<Dot> dots) {

    private static final double WIDTH = 800;
    private static final double HEIGHT = 520;
    private static final double MARGIN = 60;
    private static final double METRES_PER_DEGREE = 111_320;

    /** Less ground than this would make a yard look like a village. */
    private static final double LEAST_M = 200;

    /** @param path of SVG; {@code labelX} and {@code labelY} where its code stands */
    record Line(String code, String path, String labelX, String labelY) {}

    record Dot(String code, Glow glow, String x, String y) {}

    /** Null when no lamp has a position. */
    static @Nullable Schematic of(List<Road> roads, List<LampSight> sights) {
        List<Spot> spots = sights.stream()
                .map(sight -> sight.lamp().spot())
                .filter(Objects::nonNull)
                .toList();
        if (spots.isEmpty()) {
            return null;
        }
        Field field = Field.around(spots);
        List<Dot> dots = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Road road : roads) {
            List<LampSight> along = sights.stream()
                    .filter(sight -> sight.lamp().roadId().equals(road.id())
                            && sight.lamp().spot() != null)
                    .sorted(java.util.Comparator.comparingInt(
                            sight -> sight.lamp().position()))
                    .toList();
            StringBuilder path = new StringBuilder();
            for (LampSight sight : along) {
                Spot spot = Objects.requireNonNull(sight.lamp().spot());
                String x = say(field.x(spot));
                String y = say(field.y(spot));
                path.append(path.isEmpty() ? "M" : "L").append(x).append(' ').append(y);
                dots.add(new Dot(sight.lamp().code(), sight.glow(), x, y));
            }
            if (!along.isEmpty()) {
                Spot last = Objects.requireNonNull(along.getLast().lamp().spot());
                lines.add(new Line(
                        road.code(),
                        path.toString(),
                        say(Math.clamp(field.x(last) + 26, 24, WIDTH - 24)),
                        say(Math.clamp(field.y(last) - 14, 24, HEIGHT - 24))));
            }
        }
        return new Schematic(lines, dots);
    }

    private static String say(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private record Field(double middleLatitude, double middleLongitude, double perEast, double perNorth) {

        static Field around(List<Spot> spots) {
            double south = spots.stream().mapToDouble(Spot::latitude).min().orElseThrow();
            double north = spots.stream().mapToDouble(Spot::latitude).max().orElseThrow();
            double west = spots.stream().mapToDouble(Spot::longitude).min().orElseThrow();
            double east = spots.stream().mapToDouble(Spot::longitude).max().orElseThrow();
            double metresPerEast = METRES_PER_DEGREE * Math.cos(Math.toRadians((south + north) / 2));
            double widthM = Math.max((east - west) * metresPerEast, LEAST_M);
            double heightM = Math.max((north - south) * METRES_PER_DEGREE, LEAST_M);
            double perMetre = Math.min((WIDTH - 2 * MARGIN) / widthM, (HEIGHT - 2 * MARGIN) / heightM);
            return new Field(
                    (south + north) / 2, (west + east) / 2, metresPerEast * perMetre, METRES_PER_DEGREE * perMetre);
        }

        double x(Spot spot) {
            return WIDTH / 2 + (spot.longitude() - middleLongitude) * perEast;
        }

        double y(Spot spot) {
            return HEIGHT / 2 - (spot.latitude() - middleLatitude) * perNorth;
        }
    }
}
