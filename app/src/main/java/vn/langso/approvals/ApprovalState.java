package vn.langso.approvals;

import java.util.Locale;

/** Where a request stands. Only one that waits can move, and it moves once. */
public enum ApprovalState {
    WAITING,
    GRANTED,
    REJECTED,
    WITHDRAWN,
    EXPIRED;

    /** The name outside the program, and the last part of the text key. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
