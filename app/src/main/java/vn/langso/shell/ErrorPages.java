package vn.langso.shell;

import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import vn.langso.kernel.Problem;

/** Answers what failed outside controllers (filters, the container) in the same form as every other problem. */
@Controller
class ErrorPages implements ErrorController {

    private final ProblemHandler handler;

    ErrorPages(ProblemHandler handler) {
        this.handler = handler;
    }

    @OpenToAll
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Nothing failed: somebody typed the address.
        int number = status instanceof Integer code ? code : 404;
        switch (number) {
            case 401 -> handler.answer(List.of(Problem.of(ShellProblem.SIGN_IN_NEEDED)), request, response);
            case 403 -> handler.answer(List.of(Problem.of(ShellProblem.FORM_EXPIRED)), request, response);
            case 404 -> handler.answer(List.of(Problem.of(ShellProblem.NOT_FOUND)), request, response);
            case 400 -> handler.answer(List.of(Problem.of(ShellProblem.UNREADABLE)), request, response);
            case 413 -> handler.answer(List.of(Problem.of(ShellProblem.TOO_LARGE)), request, response);
            default -> handler.bug(cause(request, number), request, response);
        }
    }

    private static Exception cause(HttpServletRequest request, int status) {
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return cause instanceof Exception exception ? exception : new IllegalStateException("HTTP status " + status);
    }
}
