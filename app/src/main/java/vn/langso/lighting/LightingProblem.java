package vn.langso.lighting;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with the record of roads, cabinets and lamps. */
public enum LightingProblem implements ProblemCode {
    UNKNOWN("LGT-001", Kind.NOT_FOUND),
    ONLY_VILLAGES("LGT-002", Kind.INVALID),
    CHANGED_MEANWHILE("LGT-003", Kind.CONFLICT),
    CODE_TAKEN("LGT-004", Kind.CONFLICT),
    DEVICE_TAKEN("LGT-005", Kind.CONFLICT),
    NO_LAMPS("LGT-006", Kind.INVALID),
    TOO_MANY_CIRCUITS("LGT-007", Kind.INVALID),
    WATTS_ODD("LGT-008", Kind.INVALID),
    OUTSIDE_VIETNAM("LGT-009", Kind.INVALID),
    CODE_ODD("LGT-010", Kind.INVALID),
    NEEDED("LGT-011", Kind.INVALID),
    NOT_UNDERSTOOD("LGT-012", Kind.INVALID),
    CIRCUIT_ELSEWHERE("LGT-013", Kind.INVALID),
    WARRANTY_EARLY("LGT-014", Kind.INVALID),
    DAY_AHEAD("LGT-015", Kind.INVALID),
    COLUMNS_MISSING("LGT-016", Kind.INVALID),
    IMPORT_ELSEWHERE("LGT-017", Kind.CONFLICT),
    USED_SINCE("LGT-018", Kind.CONFLICT),
    TOO_MANY_ROWS("LGT-019", Kind.INVALID),
    REPLACED_EARLY("LGT-040", Kind.INVALID),
    DEVICE_ELSEWHERE("LGT-041", Kind.INVALID);

    private final String code;
    private final Kind kind;

    LightingProblem(String code, Kind kind) {
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
