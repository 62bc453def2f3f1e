package vn.langso.lighting.programmes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The switches of a cabinet for the days to come, as docs/devices.md describes them.
 *
 * @param initial level of each circuit at {@code from}: "on" or "off"
 * @param switches in the order of time, then of circuit
 */
record Plan(long version, Instant from, Instant until, Map<String, String> initial, List<Switch> switches) {

    record Switch(Instant at, String circuit, String to) {}

    /** The same plan has the same hash at the cabinet and here. */
    String hash() {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(initial).forEach((circuit, to) -> lines.append(line(from, circuit, to)));
        switches.forEach(one -> lines.append(line(one.at(), one.circuit(), one.to())));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Instant at, String circuit, String to) {
        return at.getEpochSecond() + " " + circuit + " " + to + "\n";
    }
}
