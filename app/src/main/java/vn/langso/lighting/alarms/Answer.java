package vn.langso.lighting.alarms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person says to an alarm. */
public enum Answer {
    /** "I am going": somebody is on the way. */
    GOING,
    /** "I know about it", with a reason. */
    KNOWN,
    /** "There is nothing": the watch was wrong. */
    FALSE,
    /** What was found on the spot; follows one of the others. */
    FOUND;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Answer> ofCode(String code) {
        return Arrays.stream(values())
                .filter(answer -> answer.code().equals(code))
                .findFirst();
    }
}
