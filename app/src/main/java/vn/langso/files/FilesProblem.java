package vn.langso.files;

import vn.langso.kernel.ProblemCode;

/** Refusals of the files. */
enum FilesProblem implements ProblemCode {
    EMPTY("FIL-001", Kind.INVALID),
    KIND_NOT_TAKEN("FIL-002", Kind.INVALID),
    TOO_LARGE("FIL-003", Kind.TOO_LARGE),
    NOT_FOUND("FIL-004", Kind.NOT_FOUND),
    MISSING("FIL-005", Kind.INVALID),
    DISK_FULL("FIL-007", Kind.UNAVAILABLE);

    private final String code;
    private final Kind kind;

    FilesProblem(String code, Kind kind) {
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
