package vn.langso.identity;

import vn.langso.kernel.ProblemCode;

/** Refusals of accounts, roles and sign-in; those of sessions, tokens and settings stand beside them. */
enum IdentityProblem implements ProblemCode {
    PHONE_FORM("IDN-001", Kind.INVALID),
    CODE_WRONG("IDN-002", Kind.INVALID),
    CODE_OVER("IDN-003", Kind.INVALID),
    TOO_OFTEN("IDN-004", Kind.TOO_OFTEN),
    PASSWORD_WRONG("IDN-005", Kind.INVALID),
    NO_ACCOUNT("IDN-007", Kind.NOT_FOUND),
    NAME_FORM("IDN-008", Kind.INVALID),
    PASSWORD_FORM("IDN-009", Kind.INVALID),
    PHONE_TAKEN("IDN-010", Kind.CONFLICT),
    CHANGED_MEANWHILE("IDN-011", Kind.CONFLICT),
    TICKET_UNKNOWN("IDN-012", Kind.NOT_FOUND),
    HAS_ACCOUNT("IDN-013", Kind.CONFLICT),
    ROLE_FORM("IDN-014", Kind.INVALID),
    PLACE_FORM("IDN-015", Kind.INVALID),
    DATES_FORM("IDN-016", Kind.INVALID),
    ROLE_TWICE("IDN-017", Kind.CONFLICT),
    OWN_ROLE("IDN-018", Kind.CONFLICT),
    NO_SENDER("IDN-021", Kind.UNAVAILABLE),
    RESEND_EARLY("IDN-022", Kind.TOO_OFTEN),
    BEYOND_REACH("IDN-024", Kind.FORBIDDEN),
    CLOSED("IDN-025", Kind.CONFLICT),
    PASSWORD_PRESENT("IDN-027", Kind.INVALID);

    private final String code;
    private final Kind kind;

    IdentityProblem(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
