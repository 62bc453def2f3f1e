package vn.langso.lighting.alarms;

import java.util.List;

/**
 * One fact that led to an alarm, to be said in the reader's language.
 *
 * @param key the text is {@code alarms.reason.<key>}
 * @param args in the order of the text; a time is an ISO instant
 */
public record Reason(String key, List<String> args) {

    public static Reason of(String key, Object... args) {
        return new Reason(
                key, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }
}
