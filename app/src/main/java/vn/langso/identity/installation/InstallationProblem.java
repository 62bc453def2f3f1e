package vn.langso.identity.installation;

import vn.langso.kernel.ProblemCode;

/** Refusals of the installation's settings; their codes are identity's. */
enum InstallationProblem implements ProblemCode {
    SETTING_FORM("IDN-023", Kind.INVALID);

    private final String code;
    private final Kind kind;

    InstallationProblem(String code, Kind kind) {
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
