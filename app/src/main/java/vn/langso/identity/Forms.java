package vn.langso.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.shell.Form;
import vn.langso.shell.Html;

/** Forms shown again with what was typed, what was wrong, and the status that says so. */
final class Forms {

    /** What is shown again in a field at most: a wrong address or book chapter need not travel back. */
    private static final int LONGEST = 200;

    private Forms() {}

    static Form sent(HttpServletRequest request, @Nullable Problem problem) {
        return sent(request, problem == null ? List.of() : List.of(problem));
    }

    static Form sent(HttpServletRequest request, List<Problem> problems) {
        Map<String, String> values = new HashMap<>();
        request.getParameterMap().forEach((name, all) -> {
            if (!name.startsWith("_") && !name.contains("password")) {
                values.put(name, all[0].substring(0, Math.min(all[0].length(), LONGEST)));
            }
        });
        return Form.of(values).with(problems);
    }

    static int status(@Nullable Problem problem) {
        return problem == null ? 200 : problem.code().kind().status();
    }

    /** The page of a refused form. */
    static Html refused(Html page, ProblemException e) {
        return page.status(status(e.problems().getFirst()));
    }

    /** True if the refusal is one of these, for which there is no form to show again. */
    static boolean isAboutWhole(ProblemException e, IdentityProblem... codes) {
        return List.of(codes).contains(e.problems().getFirst().code());
    }
}
