package vn.langso.lighting.repairs;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with work on lights. */
enum RepairProblem implements ProblemCode {
    UNKNOWN("LGT-401", Kind.NOT_FOUND),
    NOT_SO_NOW("LGT-402", Kind.CONFLICT),
    NOTE_NEEDED("LGT-403", Kind.INVALID),
    TEXT_LONG("LGT-404", Kind.INVALID);

    private final String code;
    private final Kind kind;

    RepairProblem(String code, Kind kind) {
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
