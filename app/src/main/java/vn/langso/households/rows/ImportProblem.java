package vn.langso.households.rows;

import vn.langso.kernel.ProblemCode;

/** Refusals of an import; from 101 on they concern one row, from 151 on they only warn. */
public enum ImportProblem implements ProblemCode {
    NO_HEADING("HHI-001", Kind.INVALID),
    NO_ROWS("HHI-002", Kind.INVALID),
    COLUMN_NEEDED("HHI-003", Kind.INVALID),
    COLUMN_TWICE("HHI-004", Kind.INVALID),
    NOT_NOW("HHI-005", Kind.CONFLICT),
    UNKNOWN("HHI-006", Kind.NOT_FOUND),
    NOTHING_TO_DO("HHI-007", Kind.CONFLICT),
    FILE_MISSING("HHI-008", Kind.INVALID),
    DATE_WRONG("HHI-009", Kind.INVALID),
    FILE_GONE("HHI-010", Kind.CONFLICT),

    VILLAGE_MISSING("HHI-101", Kind.INVALID),
    VILLAGE_UNKNOWN("HHI-102", Kind.INVALID),
    VILLAGE_OUTSIDE("HHI-103", Kind.FORBIDDEN),
    VILLAGE_SEVERAL("HHI-104", Kind.INVALID),
    NUMBER_MISSING("HHI-105", Kind.INVALID),
    CELL_FORMULA("HHI-106", Kind.INVALID),
    CELL_ERROR("HHI-107", Kind.INVALID),
    CELL_TOO_LONG("HHI-108", Kind.INVALID),
    CELL_OLD_FONT("HHI-109", Kind.INVALID),
    ROW_CUT_OFF("HHI-110", Kind.INVALID),
    CCCD_TWICE("HHI-111", Kind.INVALID),
    PERSON_TWICE("HHI-112", Kind.INVALID),
    HEAD_TWICE("HHI-113", Kind.INVALID),
    CCCD_OTHER_NAME("HHI-114", Kind.INVALID),
    CCCD_OUTSIDE("HHI-115", Kind.FORBIDDEN),
    SEVERAL_MATCH("HHI-116", Kind.INVALID),
    SAME_PERSON("HHI-117", Kind.INVALID),
    HEAD_ELSEWHERE("HHI-118", Kind.INVALID),
    HEAD_IN_REGISTER("HHI-119", Kind.INVALID),
    VALUE_UNKNOWN("HHI-120", Kind.INVALID),

    NAME_CORRECTED("HHI-151", Kind.INVALID),
    CCCD_CORRECTED("HHI-152", Kind.INVALID),
    HOUSEHOLD_DIFFERS("HHI-153", Kind.INVALID),
    ZERO_ADDED("HHI-155", Kind.INVALID),
    MOVES("HHI-156", Kind.INVALID);

    private final String code;
    private final Kind kind;

    ImportProblem(String code, Kind kind) {
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
