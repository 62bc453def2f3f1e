package vn.langso.shell;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Finds out who asks, from the session cookie or a bearer token, and leaves the {@link Caller} on the request.
 *
 * <p>A bearer token wins over a cookie: a request that carries one is never answered as somebody else.
 */
final class CallerFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = Caller.class.getName();
    private static final String BEARER = "Bearer ";

    private final ObjectProvider<SignIns> signIns;

    CallerFilter(ObjectProvider<SignIns> signIns) {
        this.signIns = signIns;
    }

    static @Nullable Caller callerOf(HttpServletRequest request) {
        return (Caller) request.getAttribute(ATTRIBUTE);
    }

    static boolean carriesToken(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        find(request).ifPresent(caller -> request.setAttribute(ATTRIBUTE, caller));
        chain.doFilter(request, response);
    }

    private Optional<Caller> find(HttpServletRequest request) {
        SignIns known = signIns.getIfAvailable();
        if (known == null) {
            return Optional.empty();
        }
        if (carriesToken(request)) {
            return known.byToken(request.getHeader("Authorization")
                    .substring(BEARER.length())
                    .strip());
        }
        Cookie cookie = WebUtils.getCookie(request, SignIns.COOKIE);
        return cookie == null || cookie.getValue().isBlank()
                ? Optional.empty()
                : known.bySession(cookie.getValue(), request.getRemoteAddr());
    }
}
