package vn.langso.identity;

import vn.langso.kernel.ProblemCode;

/** Refusals of accounts, roles and sign-in. */
enum IdentityProblem implements ProblemCode {
    PHONE_FORM("IDN-001", Kind.INVALID),
    CODE_WRONG("IDN-002", Kind.INVALID),
    CODE_OVER("IDN-003", Kind.INVALID),
    TOO_OFTEN("IDN-004", Kind.TOO_OFTEN),
    PASSWORD_WRONG("IDN-005", Kind.INVALID),
    NO_ROLE("IDN-006", Kind.FORBIDDEN),
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
    TOKEN_NAME("IDN-019", Kind.INVALID),
    TOKENS_MANY("IDN-020", Kind.CONFLICT),
    NO_SENDER("IDN-021", Kind.UNAVAILABLE),
    RESEND_EARLY("IDN-022", Kind.TOO_OFTEN),
    SETTING_FORM("IDN-023", Kind.INVALID),
    BEYOND_REACH("IDN-024", Kind.FORBIDDEN),
    CLOSED("IDN-025", Kind.CONFLICT),
    BROWSER_ONLY("IDN-026", Kind.FORBIDDEN),
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
