package vn.langso.dashboard;

import vn.langso.kernel.ProblemCode;

/** Refusals of this module. */
enum DashboardProblem implements ProblemCode {
    NAME_MISSING("DSH-001", Kind.INVALID),
    PHONE_WRONG("DSH-002", Kind.INVALID),
    CHANGED_MEANWHILE("DSH-003", Kind.CONFLICT),
    UNKNOWN_VILLAGE("DSH-004", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    DashboardProblem(String code, Kind kind) {
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
