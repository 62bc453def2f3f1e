package vn.langso.indicators;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with a question about figures. */
enum IndicatorProblem implements ProblemCode {
    UNKNOWN("IND-001", Kind.NOT_FOUND),
    NOT_ON_THAT_DAY("IND-002", Kind.NOT_FOUND),
    IN_THE_FUTURE("IND-003", Kind.INVALID),
    NOTHING_MISSING_IN_A_COUNT("IND-004", Kind.INVALID),
    COUNTED_UNKNOWN("IND-005", Kind.INVALID),
    TREND_TOO_LONG("IND-006", Kind.INVALID),
    FORMAT_UNKNOWN("IND-007", Kind.INVALID);

    private final String code;
    private final Kind kind;

    IndicatorProblem(String code, Kind kind) {
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
