package vn.langso.identity.sessions;

import vn.langso.kernel.ProblemCode;

/** Refusals of sessions and tokens; their codes are identity's. */
enum SessionProblem implements ProblemCode {
    NO_ROLE("IDN-006", Kind.FORBIDDEN),
    TOKEN_NAME("IDN-019", Kind.INVALID),
    TOKENS_MANY("IDN-020", Kind.CONFLICT),
    BROWSER_ONLY("IDN-026", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    SessionProblem(String code, Kind kind) {
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
