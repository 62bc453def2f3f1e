package vn.langso.notify;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Texts;

/**
 * A notice as it is kept.
 *
 * @param acknowledgedByName who said "I have it" first; null while nobody did
 */
record Notice(
        UUID id,
        String key,
        Urgency urgency,
        UUID placeId,
        String titleKey,
        List<String> titleArgs,
        String bodyKey,
        List<String> bodyArgs,
        String link,
        OffsetDateTime postedAt,
        @Nullable OffsetDateTime settledAt,
        @Nullable OffsetDateTime acknowledgedAt,
        @Nullable String acknowledgedByName) {

    /** An alarm that nobody has, and that has not come right by itself. */
    boolean isOpenAlarm() {
        return urgency == Urgency.ALARM && !isQuiet();
    }

    /** Nobody else needs to be told. */
    boolean isQuiet() {
        return settledAt != null || acknowledgedAt != null;
    }

    String title(Texts t) {
        return say(t, titleKey, titleArgs);
    }

    String body(Texts t) {
        return say(t, bodyKey, bodyArgs);
    }

    /** A notice outlives the version that wrote it: a text that is gone must not take the whole list with it. */
    private static String say(Texts t, String key, List<String> args) {
        return t.has(key) ? t.say(key, args.toArray()) : t.say("notify.notice.text-gone");
    }
}
