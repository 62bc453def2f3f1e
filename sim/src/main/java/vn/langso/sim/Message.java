package vn.langso.sim;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Something to be published.
 *
 * @param open the text is a JSON object without its closing brace, so that the time of sending can be added
 */
record Message(String topic, String text, boolean open) {

    byte[] bytes(Instant sent) {
        String whole = open ? text + ",\"sent\":\"" + Wire.time(sent) + "\"}" : text;
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    /** One line of a file. */
    String line() {
        return (open ? "o" : "c") + "\t" + topic + "\t" + text;
    }

    static Message ofLine(String line) {
        String[] parts = line.split("\t", 3);
        return new Message(parts[1], parts[2], parts[0].equals("o"));
    }
}
