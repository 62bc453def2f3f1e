package vn.langso.lighting.alarms;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

import vn.langso.kernel.Texts;

/** Alarms in the reader's words. */
public final class AlarmWords {

    /** So many lamps are named one by one. */
    private static final int FEW_LAMPS = 12;

    private AlarmWords() {}

    /** "Nghi bị phá: T3 Ven kênh tối". */
    public static String title(Texts t, AlarmKind kind, String label) {
        return t.say("alarms.title." + kind.code(), label);
    }

    public static String title(Texts t, Alarm alarm) {
        return title(t, alarm.kind(), alarm.label());
    }

    /** "8 đèn: T3-01, T3-02 …"; empty when which lamps is not known. */
    public static String lamps(Texts t, List<String> lamps) {
        if (lamps.isEmpty()) {
            return "";
        }
        String count = t.count("alarms.lamps", lamps.size());
        return lamps.size() > FEW_LAMPS ? count : t.say("alarms.lamps-named", count, String.join(", ", lamps));
    }

    /** Each reason as one sentence. */
    static List<String> reasons(Texts t, List<Reason> reasons) {
        return reasons.stream().map(reason -> reason(t, reason)).distinct().toList();
    }

    private static String reason(Texts t, Reason reason) {
        Object[] args = reason.args().stream().map(arg -> time(t, arg)).toArray();
        return t.say("alarms.reason." + reason.key(), args);
    }

    /** A time is kept as an instant, so that each reader sees it in legal time. */
    private static Object time(Texts t, String arg) {
        if (arg.length() < 20 || !arg.endsWith("Z")) {
            return arg;
        }
        try {
            return t.time(Instant.parse(arg).atOffset(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return arg;
        }
    }

    /** "14 phút", "2 giờ 5 phút". */
    public static String duration(Texts t, Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes < 60) {
            return t.count("alarms.minutes", minutes);
        }
        return t.say("alarms.hours", t.number(minutes / 60), minutes % 60);
    }

    static String duration(Texts t, OffsetDateTime from, OffsetDateTime to) {
        return duration(t, Duration.between(from, to));
    }
}
