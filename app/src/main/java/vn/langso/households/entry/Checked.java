package vn.langso.households.entry;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;

/**
 * What came of checking something typed or imported.
 *
 * @param value the clean value; null when there are problems
 * @param problems what keeps it from being saved, with the field each
 * @param warnings what looks wrong but may be saved
 */
public record Checked<T>(@Nullable T value, List<Problem> problems, List<Problem> warnings) {

    /** The value, or all its problems as an exception. */
    public T orThrow() {
        if (value == null) {
            throw new ProblemException(problems);
        }
        return value;
    }
}
