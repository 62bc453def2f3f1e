package vn.langso.households;

import vn.langso.kernel.ProblemCode;

/** Refusals and warnings of the register. Those from 051 on warn: the officer may save all the same. */
public enum HouseholdProblem implements ProblemCode {
    NAME_MISSING("HHD-001", Kind.INVALID),
    NAME_TOO_LONG("HHD-002", Kind.INVALID),
    NAME_SIGNS("HHD-003", Kind.INVALID),
    CCCD_FORM("HHD-004", Kind.INVALID),
    CCCD_PROVINCE("HHD-005", Kind.INVALID),
    DATE_UNREAL("HHD-006", Kind.INVALID),
    DATE_IN_FUTURE("HHD-007", Kind.INVALID),
    AGE_ABSURD("HHD-008", Kind.INVALID),
    SEX_UNKNOWN("HHD-009", Kind.INVALID),
    RELATION_UNKNOWN("HHD-010", Kind.INVALID),
    RESIDENCE_UNKNOWN("HHD-011", Kind.INVALID),
    PHONE_FORM("HHD-012", Kind.INVALID),
    TEXT_TOO_LONG("HHD-013", Kind.INVALID),
    NUMBER_MISSING("HHD-014", Kind.INVALID),
    NUMBER_TAKEN("HHD-015", Kind.CONFLICT),
    CHANGED_MEANWHILE("HHD-016", Kind.CONFLICT),
    NO_HOUSEHOLD("HHD-017", Kind.NOT_FOUND),
    NO_PERSON("HHD-018", Kind.NOT_FOUND),
    NO_VILLAGE("HHD-019", Kind.INVALID),
    ATTRIBUTE_UNKNOWN("HHD-020", Kind.INVALID),
    ATTRIBUTE_VALUE("HHD-021", Kind.INVALID),
    DATE_BEFORE_START("HHD-022", Kind.INVALID),
    HEAD_STAYS("HHD-023", Kind.INVALID),
    ENDED("HHD-024", Kind.CONFLICT),
    NOT_UNDOABLE("HHD-025", Kind.CONFLICT),
    NO_ATTRIBUTE("HHD-026", Kind.NOT_FOUND),
    TEXT_SIGNS("HHD-027", Kind.INVALID),
    TARGET_MISSING("HHD-028", Kind.INVALID),
    HEAD_COUNT("HHD-029", Kind.INVALID),
    REASON_MISSING("HHD-030", Kind.INVALID),
    VERSION_NEEDED("HHD-031", Kind.INVALID),
    CCCD_BIRTH_YEAR("HHD-051", Kind.INVALID),
    CCCD_SEX("HHD-052", Kind.INVALID),
    CCCD_TWICE("HHD-053", Kind.INVALID);

    private final String code;
    private final Kind kind;

    HouseholdProblem(String code, Kind kind) {
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
