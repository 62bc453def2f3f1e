package vn.langso.notify.push;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with turning web push on. */
enum PushProblem implements ProblemCode {
    KEYS("NTF-010", Kind.INVALID),
    SERVICE_UNKNOWN("NTF-011", Kind.INVALID),
    TOO_MANY("NTF-012", Kind.CONFLICT),
    DEVICE_UNKNOWN("NTF-013", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    PushProblem(String code, Kind kind) {
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
