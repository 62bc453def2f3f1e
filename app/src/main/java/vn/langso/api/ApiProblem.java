package vn.langso.api;

import vn.langso.kernel.ProblemCode;

enum ApiProblem implements ProblemCode {
    UNKNOWN_OPERATION("API-404", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    ApiProblem(String code, Kind kind) {
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
