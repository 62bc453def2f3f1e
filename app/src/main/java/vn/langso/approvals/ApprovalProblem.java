package vn.langso.approvals;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with asking and agreeing. */
enum ApprovalProblem implements ProblemCode {
    UNKNOWN("APR-001", Kind.NOT_FOUND),
    OWN_REQUEST("APR-002", Kind.FORBIDDEN),
    CLOSED("APR-003", Kind.CONFLICT),
    EXPIRED("APR-004", Kind.CONFLICT),
    REASON_NEEDED("APR-005", Kind.INVALID),
    NOT_THE_REQUESTER("APR-006", Kind.FORBIDDEN),
    EXPIRY("APR-007", Kind.INVALID);

    private final String code;
    private final Kind kind;

    ApprovalProblem(String code, Kind kind) {
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
