package vn.langso.demo;

import vn.langso.kernel.ProblemCode;

/** Refusals of the demo. */
enum DemoProblem implements ProblemCode {
    UNKNOWN_PERSONA("DEM-001", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    DemoProblem(String code, Kind kind) {
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
