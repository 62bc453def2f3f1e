package vn.langso.kernel;

import java.util.List;

/** Carries refusals to the one handler that answers them (see {@code shell}). Not for bugs and not for failures of the world. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(List<Problem> problems) {
        super(problems.getFirst().code().code(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** All refusals, the first one decides the HTTP status. */
    public List<Problem> problems() {
        return problems;
    }
}
