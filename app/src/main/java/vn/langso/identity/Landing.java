package vn.langso.identity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.WebUtils;

import vn.langso.shell.Pages;

/** Where somebody goes after signing in: to the choice of a role, else back to the page that they wanted. */
@Component
class Landing {

    private static final String COOKIE = "langso_back";
    private static final int COOKIE_SECONDS = 20 * 60;
    private static final int LONGEST = 1000;

    private final Sessions sessions;
    private final AccountStore accounts;
    private final Pages pages;

    Landing(Sessions sessions, AccountStore accounts, Pages pages) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** Opens the session, keeps the reader's language for messages, and says where to go. */
    View signIn(UUID accountId, HttpServletRequest request, HttpServletResponse response) {
        sessions.open(accountId, request, response);
        accounts.setLanguage(accountId, pages.texts(request).language());
        if (sessions.rolesToday(accountId).size() > 1) {
            return to("/account/role");
        }
        return back(request, response);
    }

    /** Back to the page wanted first. */
    View back(HttpServletRequest request, HttpServletResponse response) {
        Cookie wanted = WebUtils.getCookie(request, COOKIE);
        if (wanted == null) {
            return to("/");
        }
        response.addCookie(Sessions.cookie(request, COOKIE, "", 0));
        String path = URLDecoder.decode(wanted.getValue(), StandardCharsets.UTF_8);
        return to(isOurs(path) ? path : "/");
    }

    /** Keeps the page wanted while somebody signs in. */
    void remember(String path, HttpServletRequest request, HttpServletResponse response) {
        if (isOurs(path)) {
            String value = URLEncoder.encode(path, StandardCharsets.UTF_8);
            response.addCookie(Sessions.cookie(request, COOKIE, value, COOKIE_SECONDS));
        }
    }

    /** A path of this program: what a browser could read as another host or scheme is not. */
    static boolean isOurs(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(sign -> sign <= ' ' || sign == '\\' || sign == 0x7f);
    }

    /** The answer to a form that was done: look at this page. */
    static View to(String path) {
        RedirectView view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
