package vn.langso.kernel;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what somebody asked, as a value.
 *
 * @param code what is wrong
 * @param field name of the form field or JSON member it concerns; null when it concerns the whole
 * @param args arguments of the texts, in their order
 */
public record Problem(ProblemCode code, @Nullable String field, List<Object> args) {

    public static Problem of(ProblemCode code, Object... args) {
        return new Problem(code, null, List.of(args));
    }

    public static Problem at(String field, ProblemCode code, Object... args) {
        return new Problem(code, field, List.of(args));
    }

    /** This refusal as an exception, for callers that cannot go on. */
    public ProblemException asException() {
        return new ProblemException(List.of(this));
    }
}
