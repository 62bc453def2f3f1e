package vn.langso.shell;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
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
        write(
                500,
                "GEN-500",
                t.say("problem.GEN-500.title"),
                t.say("problem.GEN-500.detail", trace),
                request,
                response);
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
        String code = first.code().code();
        String detail = t.say("problem." + code + ".detail", first.args().toArray());
        write(first.code().kind().status(), code, t.say("problem." + code + ".title"), detail, request, response);
    }

    private void write(
            int status,
            String code,
            String title,
            String detail,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (forProgram(request)) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("type", "urn:langso:problem:" + code);
            body.put("title", title);
            body.put("status", status);
            body.put("detail", detail);
            body.put("instance", Pages.addressOf(request));
            body.put("code", code);
            response.setStatus(status);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(body));
        } else {
            boolean again = status >= 500 && "GET".equals(request.getMethod());
            View view =
                    new View(pages.page(request, "", "shell.problem.page-title", title), title, detail, code, again);
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

    /** With {@code again}, trying once more may help and does no harm. */
    record View(Page page, String title, String detail, String code, boolean again) {}
}
