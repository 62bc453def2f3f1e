package vn.langso.lighting.commands;

import vn.langso.kernel.ProblemCode;

/** What can be wrong with a command to lights. */
enum CommandProblem implements ProblemCode {
    UNKNOWN("LGT-020", Kind.NOT_FOUND),
    NOTHING_THERE("LGT-021", Kind.INVALID),
    NO_DEVICE("LGT-022", Kind.CONFLICT),
    NO_LAMP_CONTROLLERS("LGT-023", Kind.INVALID),
    NO_DIMMERS("LGT-024", Kind.INVALID),
    PERCENT_ODD("LGT-025", Kind.INVALID),
    UNTIL_PAST("LGT-026", Kind.INVALID),
    UNTIL_TOO_FAR("LGT-027", Kind.INVALID),
    DARK_NEEDS_REASON("LGT-028", Kind.INVALID),
    DARK_TOO_LONG("LGT-029", Kind.INVALID),
    REASON_TOO_LONG("LGT-030", Kind.INVALID),
    TARGET_ODD("LGT-031", Kind.INVALID),
    ACTION_ODD("LGT-032", Kind.INVALID);

    private final String code;
    private final Kind kind;

    CommandProblem(String code, Kind kind) {
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
