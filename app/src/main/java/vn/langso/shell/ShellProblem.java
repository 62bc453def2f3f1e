package vn.langso.shell;

import vn.langso.kernel.ProblemCode;

/** Refusals that any request may meet before a module sees it. */
enum ShellProblem implements ProblemCode {
    SIGN_IN_NEEDED("SHL-401", Kind.SIGN_IN_NEEDED),
    FORBIDDEN("SHL-403", Kind.FORBIDDEN),
    NOT_FOUND("SHL-404", Kind.NOT_FOUND),
    METHOD_NOT_ALLOWED("SHL-405", Kind.NOT_FOUND),
    TOO_LARGE("SHL-413", Kind.TOO_LARGE),
    UNREADABLE("SHL-422", Kind.INVALID),
    BAD_VALUE("SHL-423", Kind.INVALID),
    FORM_EXPIRED("SHL-424", Kind.FORBIDDEN),
    DATABASE_AWAY("SHL-503", Kind.UNAVAILABLE),
    DISK_FULL("SHL-507", Kind.UNAVAILABLE);

    private final String code;
    private final Kind kind;

    ShellProblem(String code, Kind kind) {
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
