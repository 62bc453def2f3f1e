package vn.langso.notify;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with one's own notices. */
enum NotifyProblem implements ProblemCode {
    UNKNOWN("NTF-001", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    NotifyProblem(String code, Kind kind) {
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
