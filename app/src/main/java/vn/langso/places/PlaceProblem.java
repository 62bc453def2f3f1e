package vn.langso.places;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with a question about places or with a change of them. */
enum PlaceProblem implements ProblemCode {
    UNKNOWN("PLC-001", Kind.NOT_FOUND),
    BEFORE_KNOWN("PLC-002", Kind.NOT_FOUND),
    NOT_A_DATE("PLC-003", Kind.INVALID),
    QUERY_TOO_LONG("PLC-004", Kind.INVALID),
    NOT_ON_THAT_DAY("PLC-005", Kind.NOT_FOUND),
    NO_BOUNDARY("PLC-006", Kind.NOT_FOUND),
    CODE_TAKEN("PLC-010", Kind.CONFLICT),
    ENDED("PLC-011", Kind.CONFLICT),
    CYCLE("PLC-012", Kind.INVALID),
    WRONG_LEVEL("PLC-013", Kind.INVALID),
    LATER_CHANGE("PLC-014", Kind.CONFLICT),
    NEEDS_TARGET("PLC-015", Kind.INVALID),
    HAS_CHILDREN("PLC-016", Kind.CONFLICT),
    NAME_INVALID("PLC-017", Kind.INVALID),
    CODE_INVALID("PLC-018", Kind.INVALID),
    TOO_FEW("PLC-019", Kind.INVALID),
    CHANGED_MEANWHILE("PLC-020", Kind.CONFLICT),
    BUILT_UPON("PLC-021", Kind.CONFLICT),
    REFERENCE("PLC-022", Kind.CONFLICT),
    DECISION_MISSING("PLC-023", Kind.INVALID),
    UNCHANGED("PLC-024", Kind.INVALID),
    IN_USE("PLC-025", Kind.CONFLICT),
    TYPE_INVALID("PLC-026", Kind.INVALID),
    PARENT_NOT_THERE("PLC-027", Kind.CONFLICT),
    UNDONE_BEFORE("PLC-028", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    PlaceProblem(String code, Kind kind) {
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
