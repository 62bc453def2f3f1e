package vn.langso.infrastructure;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with the record of a village's things. */
enum InfrastructureProblem implements ProblemCode {
    UNKNOWN("INF-001", Kind.NOT_FOUND),
    ONLY_VILLAGES("INF-002", Kind.INVALID),
    CHANGED_MEANWHILE("INF-003", Kind.CONFLICT),
    KIND_UNKNOWN("INF-010", Kind.INVALID),
    NEEDED("INF-011", Kind.INVALID),
    TOO_LONG("INF-012", Kind.INVALID),
    NOT_A_DATE("INF-013", Kind.INVALID),
    UNTIL_BEFORE_SINCE("INF-014", Kind.INVALID),
    TOO_OLD("INF-015", Kind.INVALID),
    TOO_FAR_AHEAD("INF-016", Kind.INVALID),
    NOT_A_NUMBER("INF-017", Kind.INVALID),
    HALF_A_POSITION("INF-018", Kind.INVALID),
    OUTSIDE_VIETNAM("INF-019", Kind.INVALID),
    OPERATOR_NEEDED("INF-020", Kind.INVALID),
    TECHNOLOGY_UNKNOWN("INF-021", Kind.INVALID),
    NO_FIBRE_AT_STATION("INF-022", Kind.INVALID),
    LENGTH_ODD("INF-023", Kind.INVALID),
    TOO_MANY_SERVICES("INF-024", Kind.INVALID),
    SERVICES_ONLY_AT_STATIONS("INF-025", Kind.INVALID),
    NAME_TAKEN("INF-026", Kind.CONFLICT),
    PATCH_UNREADABLE("INF-027", Kind.INVALID),
    VERSION_NEEDED("INF-028", Kind.INVALID),
    LENGTH_ONLY_OF_LANES("INF-029", Kind.INVALID);

    private final String code;
    private final Kind kind;

    InfrastructureProblem(String code, Kind kind) {
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
