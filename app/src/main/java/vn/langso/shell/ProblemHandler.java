package vn.langso.shell;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;

/**
 * Answers every refusal and every bug: RFC 9457 for the API, a page for people, the sign-in page for strangers.
 *
 * <p>The message of an exception is never shown; a number is, and the log has the rest under it.
 */
@ControllerAdvice
class ProblemHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private static final int UNAVAILABLE = 503;

    /** A database that was stopped for its upkeep, or started again by us, is back within this. */
    private static final String RETRY_AFTER_SECONDS = "10";

    private final Pages pages;

    ProblemHandler(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    void refused(ProblemException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(e.problems(), request, response);
    }

    @ExceptionHandler(NoResourceFoundException.class)
    void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(List.of(Problem.of(ShellProblem.NOT_FOUND)), request, response);
    }

    /**
     * A reader who looks at the address of a form (the page of a refused form, asked for again in the other language or after signing in)
     * is led to the page above it, on which the form stands.
     */
    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    void wrongMethod(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getRequestURI();
        if ("GET".equals(request.getMethod()) && !forProgram(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", above(address));
            return;
        }
        answer(List.of(Problem.of(ShellProblem.METHOD_NOT_ALLOWED)), request, response);
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class})
    void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(List.of(Problem.of(ShellProblem.TOO_LARGE)), request, response);
    }

    /** What the container could not read as a form; for a body of unknown length this is where too much is noticed. */
    @ExceptionHandler
    void unreadableForm(InvalidParameterException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean tooLarge = e.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        answer(List.of(Problem.of(tooLarge ? ShellProblem.TOO_LARGE : ShellProblem.UNREADABLE)), request, response);
    }

    @ExceptionHandler
    void badValue(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(List.of(Problem.at(e.getName(), ShellProblem.BAD_VALUE, e.getName())), request, response);
    }

    /** Query parameters that a record could not take, all at once. */
    @ExceptionHandler
    void badValues(BindException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Problem> problems = e.getFieldErrors().stream()
                .map(error -> Problem.at(error.getField(), ShellProblem.BAD_VALUE, error.getField()))
                .toList();
        answer(problems.isEmpty() ? List.of(Problem.of(ShellProblem.UNREADABLE)) : problems, request, response);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        ServletRequestBindingException.class,
        HttpMediaTypeException.class,
        MultipartException.class
    })
    void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(List.of(Problem.of(ShellProblem.UNREADABLE)), request, response);
    }

    @ExceptionHandler
    void bug(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        ShellProblem outage = Outage.of(e);
        if (outage != null) {
            LOG.warn("{} at {} {}: {}", outage, request.getMethod(), request.getRequestURI(), e.getMessage());
            answer(List.of(Problem.of(outage)), request, response);
            return;
        }
        String trace = Ids.next().toString();
        LOG.error("Unexpected failure {} at {} {}", trace, request.getMethod(), request.getRequestURI(), e);
        Texts t = pages.texts(request);
        Said said = new Said("GEN-500", null, t.say("problem.GEN-500.title"), t.say("problem.GEN-500.detail", trace));
        write(500, List.of(said), request, response);
    }

    void answer(List<Problem> problems, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem first = problems.getFirst();
        if (first.code() == ShellProblem.SIGN_IN_NEEDED && !forProgram(request)) {
            String back = "GET".equals(request.getMethod())
                    ? "?back=" + URLEncoder.encode(Pages.addressOf(request), StandardCharsets.UTF_8)
                    : "";
            response.sendRedirect("/sign-in" + back);
            return;
        }
        Texts t = pages.texts(request);
        int status = first.code().kind().status();
        if (status == UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        write(status, problems.stream().map(problem -> Said.of(problem, t)).toList(), request, response);
    }

    private void write(int status, List<Said> said, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Said first = said.getFirst();
        if (forProgram(request)) {
            Answer answer = new Answer(
                    "urn:langso:problem:" + first.code(),
                    first.title(),
                    status,
                    first.detail(),
                    Pages.addressOf(request),
                    first.code(),
                    said);
            response.setStatus(status);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(answer));
        } else {
            boolean again = status >= 500 && "GET".equals(request.getMethod());
            View view = new View(
                    pages.page(request, "", "shell.problem.page-title", first.title()),
                    first.title(),
                    said.stream().map(Said::detail).distinct().toList(),
                    first.code(),
                    again);
            Html.of("shell/problem.jte", view).status(status).render(null, request, response);
        }
    }

    static String above(String address) {
        int end = address.lastIndexOf('/');
        String path = end <= 0 ? "/" : address.substring(0, end);
        return path.startsWith("//") ? "/" : path;
    }

    private static boolean forProgram(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return Pages.addressOf(request).startsWith("/api/")
                || CallerFilter.carriesToken(request)
                || (accept != null && accept.contains("json") && !accept.contains("html"));
    }

    /**
     * The document of RFC 9457; its own members tell the first problem, {@code problems} tells all of them.
     *
     * @param instance the address that was asked for
     */
    record Answer(
            String type, String title, int status, String detail, String instance, String code, List<Said> problems) {}

    /** One problem in the reader's language; {@code field} names the member or parameter it is about. */
    record Said(String code, @Nullable String field, String title, String detail) {

        static Said of(Problem problem, Texts t) {
            String code = problem.code().code();
            return new Said(
                    code,
                    problem.field(),
                    t.say("problem." + code + ".title"),
                    t.say("problem." + code + ".detail", problem.args().toArray()));
        }
    }

    /** With {@code again}, trying once more may help and does no harm. */
    record View(Page page, String title, List<String> details, String code, boolean again) {}
}
