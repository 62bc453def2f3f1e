package vn.langso.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import vn.langso.kernel.Problem;

/** Lets a request through to a controller method only as its access annotation says; a method without one is closed to all. */
final class AccessInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Caller caller = CallerFilter.callerOf(request);
        if (method.hasMethodAnnotation(OpenToAll.class) && !showsBadToken(request, caller)) {
            return true;
        }
        if (caller == null) {
            throw Problem.of(ShellProblem.SIGN_IN_NEEDED).asException();
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs != null) {
            caller.require(needs.value());
        } else if (!method.hasMethodAnnotation(SignedIn.class)) {
            throw Problem.of(ShellProblem.FORBIDDEN).asException();
        }
        return true;
    }

    /** Who shows a token that is not good wants to know it, and not be answered as a stranger. */
    private static boolean showsBadToken(HttpServletRequest request, @Nullable Caller caller) {
        return caller == null
                && CallerFilter.carriesToken(request)
                && request.getDispatcherType() != DispatcherType.ERROR;
    }
}
