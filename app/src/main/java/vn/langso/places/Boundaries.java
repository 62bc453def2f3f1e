package vn.langso.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Outlines of communes since the reform, where a source gives one. Illustrative: never a legal boundary. */
@Component
class Boundaries {

    /** The outlines are those of the communes of this day on; older places under the same codes have none. */
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    private static final int WIDTH = 240;
    private static final double LEAST_STEP = 0.6;

    private final JsonMapper json;
    private final Map<String, Optional<Outline>> outlines = new ConcurrentHashMap<>();

    Boundaries(JsonMapper json) {
        this.json = json;
    }

    /** A drawing of the outline: an SVG path within {@code width} x {@code height}. */
    record Outline(String path, int width, int height) {}

    boolean has(Place place) {
        return !place.validFrom().isBefore(SINCE) && resource(place) != null;
    }

    Optional<Outline> outline(Place place) {
        return has(place) ? outlines.computeIfAbsent(place.code(), code -> draw(read(place))) : Optional.empty();
    }

    /** The GeoJSON, with a note in each feature that it is illustrative. */
    Optional<JsonNode> geoJson(Place place, String note) {
        if (!has(place)) {
            return Optional.empty();
        }
        JsonNode collection = read(place);
        for (JsonNode feature : collection.path("features")) {
            ObjectNode properties = ((ObjectNode) feature).putObject("properties");
            properties.put("code", place.code());
            properties.put("name", place.name());
            properties.put("illustrative", true);
            properties.put("note", note);
        }
        return Optional.of(collection);
    }

    private JsonNode read(Place place) {
        try (InputStream in = resource(place)) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream resource(Place place) {
        return place.kind() == PlaceKind.COMMUNE
                ? Boundaries.class.getResourceAsStream("/places/boundaries/" + place.code() + ".geojson")
                : null;
    }

    private static Optional<Outline> draw(JsonNode collection) {
        List<JsonNode> rings = new ArrayList<>();
        for (JsonNode feature : collection.path("features")) {
            for (JsonNode polygon : feature.path("geometry").path("coordinates")) {
                polygon.forEach(rings::add);
            }
        }
        Frame frame = new Frame(rings);
        StringBuilder path = new StringBuilder();
        rings.forEach(ring -> draw(ring, frame, path));
        return path.isEmpty() ? Optional.empty() : Optional.of(new Outline(path.toString(), WIDTH, frame.height()));
    }

    private static void draw(JsonNode ring, Frame frame, StringBuilder path) {
        double lastX = Double.NEGATIVE_INFINITY;
        double lastY = Double.NEGATIVE_INFINITY;
        boolean first = true;
        for (JsonNode point : ring) {
            double x = frame.x(point);
            double y = frame.y(point);
            if (first || Math.hypot(x - lastX, y - lastY) >= LEAST_STEP) {
                path.append(first ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
                lastX = x;
                lastY = y;
                first = false;
            }
        }
        if (!first) {
            path.append('Z');
        }
    }

    /** Degrees to drawing units, as seen from above at the latitude of the place. */
    private static final class Frame {

        private double west = 180;
        private double east = -180;
        private double south = 90;
        private double north = -90;

        Frame(List<JsonNode> rings) {
            for (JsonNode ring : rings) {
                for (JsonNode point : ring) {
                    west = Math.min(west, point.get(0).asDouble());
                    east = Math.max(east, point.get(0).asDouble());
                    south = Math.min(south, point.get(1).asDouble());
                    north = Math.max(north, point.get(1).asDouble());
                }
            }
        }

        int height() {
            return (int) Math.ceil((north - south) * perDegreeNorth());
        }

        double x(JsonNode point) {
            return (point.get(0).asDouble() - west) * WIDTH / (east - west);
        }

        double y(JsonNode point) {
            return (north - point.get(1).asDouble()) * perDegreeNorth();
        }

        private double perDegreeNorth() {
            return WIDTH / (east - west) / Math.cos(Math.toRadians((south + north) / 2));
        }
    }
}
