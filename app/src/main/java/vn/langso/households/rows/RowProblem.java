package vn.langso.households.rows;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;

/**
 * One thing wrong with a row, as it is kept beside the row.
 *
 * @param code of the module that found it
 * @param field code of the {@link ImportColumn}; null when it is about the row
 * @param warning true when the row is imported all the same
 */
public record RowProblem(String code, @Nullable String field, List<String> args, boolean warning) {

    static RowProblem error(Problem problem) {
        return of(problem, false);
    }

    static RowProblem warning(Problem problem) {
        return of(problem, true);
    }

    private static RowProblem of(Problem problem, boolean warning) {
        String field = problem.field();
        return new RowProblem(
                problem.code().code(),
                "fullName".equals(field) ? ImportColumn.FULL_NAME.code() : field,
                problem.args().stream().map(String::valueOf).toList(),
                warning);
    }
}
