package vn.langso.notify;

import java.util.Locale;

/** How much a notice matters now. */
public enum Urgency {
    /** Somebody has to act at once: stands first in the list until somebody has it or it is settled. */
    ALARM,
    /** Somebody should look within a day. */
    WARNING,
    /** To be known. */
    NEWS;

    /** The name outside the program, and the last part of the text key. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
