package vn.langso.lighting.cuts;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with a planned cut. */
enum CutProblem implements ProblemCode {
    UNKNOWN("LGT-221", Kind.NOT_FOUND),
    TIME_UNREADABLE("LGT-222", Kind.INVALID),
    ENDS_BEFORE_START("LGT-223", Kind.INVALID),
    TOO_LONG("LGT-224", Kind.INVALID),
    SOURCE_NEEDED("LGT-225", Kind.INVALID),
    PLACE_UNKNOWN("LGT-226", Kind.INVALID),
    KNOWN_ALREADY("LGT-227", Kind.CONFLICT),
    NOTHING_TO_READ("LGT-228", Kind.INVALID),
    LINE_UNREADABLE("LGT-229", Kind.INVALID),
    TEXT_LONG("LGT-230", Kind.INVALID);

    private final String code;
    private final Kind kind;

    CutProblem(String code, Kind kind) {
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
