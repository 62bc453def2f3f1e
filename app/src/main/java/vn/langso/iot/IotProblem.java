package vn.langso.iot;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with the registry of devices. */
enum IotProblem implements ProblemCode {
    UNKNOWN("IOT-001", Kind.NOT_FOUND),
    ID_FORM("IOT-002", Kind.INVALID),
    ID_TAKEN("IOT-003", Kind.CONFLICT),
    NAME_NEEDED("IOT-004", Kind.INVALID),
    ADAPTER_UNKNOWN("IOT-005", Kind.INVALID),
    CIRCUITS_NEEDED("IOT-006", Kind.INVALID),
    RETIRED("IOT-007", Kind.CONFLICT),
    CODE_UNKNOWN("IOT-008", Kind.NOT_FOUND),
    POSITION("IOT-009", Kind.INVALID);

    private final String code;
    private final Kind kind;

    IotProblem(String code, Kind kind) {
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
