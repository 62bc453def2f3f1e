package vn.langso.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The timetable of the coming days that a cabinet holds and follows when nobody speaks to it. */
final class Plan {

    private final JsonNode text;
    private final long version;
    private final String hash;
    private final Map<String, NavigableMap<Instant, Integer>> levels;

    private Plan(JsonNode text, long version, String hash, Map<String, NavigableMap<Instant, Integer>> levels) {
        this.text = text;
        this.version = version;
        this.hash = hash;
        this.levels = levels;
    }

    /**
     * Reads a plan and checks its hash.
     *
     * @throws IllegalArgumentException when it says nothing that a cabinet could follow
     */
    static Plan of(JsonNode text) {
        Instant from = Instant.parse(text.path("from").asString(""));
        Map<String, NavigableMap<Instant, Integer>> levels = new TreeMap<>();
        List<Line> lines = new ArrayList<>();
        text.path("initial")
                .propertyStream()
                .map(entry -> new Line(from, entry.getKey(), entry.getValue().asString("")))
                .sorted(Comparator.comparing(Line::circuit))
                .forEach(lines::add);
        List<Line> switches = new ArrayList<>();
        for (JsonNode item : text.path("switches")) {
            switches.add(new Line(
                    Instant.parse(item.path("at").asString("")),
                    item.path("circuit").asString(""),
                    item.path("to").asString("")));
        }
        switches.sort(Comparator.comparing(Line::at).thenComparing(Line::circuit));
        lines.addAll(switches);
        for (Line line : lines) {
            levels.computeIfAbsent(line.circuit(), key -> new TreeMap<>()).put(line.at(), line.percent());
        }
        String hash = text.path("hash").asString("");
        if (!hash.equals(hash(lines))) {
            throw new IllegalArgumentException("hash differs");
        }
        return new Plan(text, text.path("version").asLong(), hash, levels);
    }

    JsonNode text() {
        return text;
    }

    long version() {
        return version;
    }

    String hash() {
        return hash;
    }

    /** Percent at the time; null where the plan says nothing of it. After its end the last word holds. */
    @Nullable
    Integer levelAt(String circuit, Instant time) {
        NavigableMap<Instant, Integer> line = levels.get(circuit);
        if (line == null) {
            return null;
        }
        Map.Entry<Instant, Integer> last = line.floorEntry(time);
        return last == null ? null : last.getValue();
    }

    private static String hash(List<Line> lines) {
        StringBuilder all = new StringBuilder();
        lines.forEach(line -> all.append(line.at().getEpochSecond())
                .append(' ')
                .append(line.circuit())
                .append(' ')
                .append(line.to())
                .append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Line(Instant at, String circuit, String to) {

        int percent() {
            return switch (to) {
                case "on" -> 100;
                case "off" -> 0;
                default -> {
                    if (!to.startsWith("dim")) {
                        throw new IllegalArgumentException("unknown level " + to);
                    }
                    yield Integer.parseInt(to.substring(3));
                }
            };
        }
    }
}
