package vn.langso.lighting.alarms;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with an answer to an alarm. */
enum AlarmProblem implements ProblemCode {
    UNKNOWN("LGT-201", Kind.NOT_FOUND),
    ANSWER_UNKNOWN("LGT-202", Kind.INVALID),
    REASON_NEEDED("LGT-203", Kind.INVALID),
    NOTE_LONG("LGT-204", Kind.INVALID),
    FIND_NEEDED("LGT-205", Kind.INVALID),
    FILTER_UNKNOWN("LGT-206", Kind.INVALID);

    private final String code;
    private final Kind kind;

    AlarmProblem(String code, Kind kind) {
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
