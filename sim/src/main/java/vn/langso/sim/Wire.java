package vn.langso.sim;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Writes the messages of docs/devices.md. By hand, because a full fleet writes tens of thousands of them in a second. */
final class Wire {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder(256);

    /** Begins a message; its brace stays open for the time of sending. */
    Wire(long seq, Instant at) {
        out.append("{\"seq\":").append(seq);
        text("at", time(at));
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    Wire text(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            out.append("null");
        } else {
            quoted(value);
        }
        return this;
    }

    Wire number(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    /** One digit after the point, as meters say it. */
    Wire tenths(String name, double value) {
        name(name);
        tenths(value);
        return this;
    }

    Wire flag(String name, @Nullable Boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    Wire begin(String name, char bracket) {
        name(name);
        out.append(bracket);
        return this;
    }

    /** An element of a list. */
    Wire element() {
        separate();
        out.append('{');
        return this;
    }

    Wire end(char bracket) {
        out.append(bracket);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void name(String name) {
        separate();
        out.append('"').append(name).append("\":");
    }

    private void separate() {
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[') {
            out.append(',');
        }
    }

    private void tenths(double value) {
        long tenths = Math.round(value * 10);
        if (tenths < 0) {
            out.append('-');
        }
        out.append(Math.abs(tenths) / 10).append('.').append(Math.abs(tenths) % 10);
    }

    private void quoted(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
