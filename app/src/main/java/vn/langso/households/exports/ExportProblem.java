package vn.langso.households.exports;

import vn.langso.kernel.ProblemCode;

/** Refusals of exports. */
enum ExportProblem implements ProblemCode {
    REASON_MISSING("HHX-001", Kind.INVALID),
    PLACE_MISSING("HHX-002", Kind.INVALID);

    private final String code;
    private final Kind kind;

    ExportProblem(String code, Kind kind) {
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
