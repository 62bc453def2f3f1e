package vn.langso.sheets;

import vn.langso.kernel.ProblemCode;

/** Why a file cannot be read as a sheet. */
public enum SheetProblem implements ProblemCode {
    EMPTY("SHT-001"),
    NOT_A_SHEET("SHT-002"),
    OLD_EXCEL("SHT-003"),
    PASSWORD("SHT-004"),
    DAMAGED("SHT-005"),
    BOMB("SHT-006"),
    TOO_MANY_ROWS("SHT-007"),
    TOO_MANY_COLUMNS("SHT-008"),
    ENCODING("SHT-009"),
    OPEN_QUOTE("SHT-010"),
    NO_SHEET("SHT-011");

    private final String code;

    SheetProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
