package vn.langso.lighting.alarms;

import java.util.Locale;

/** Why an alarm is over. */
public enum Ending {
    /** What was wrong is right again: lamps burn, door shut, supply back. */
    BACK,
    /** It went on until the programme wanted no more light. */
    NO_LIGHT_WANTED,
    /** Another alarm explains it. */
    EXPLAINED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Ending ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
