package vn.langso.identity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.WebUtils;

import vn.langso.identity.roles.Roles;
import vn.langso.identity.sessions.Sessions;
import vn.langso.shell.Html;
import vn.langso.shell.Pages;

/** Where somebody goes after signing in: to the choice of a role, else back to the page that they wanted. */
@Component
public class Landing {

    private static final String COOKIE = "langso_back";
    private static final int COOKIE_SECONDS = 20 * 60;
    private static final int LONGEST = 1000;

    private final Sessions sessions;
    private final Roles roles;
    private final AccountStore accounts;
    private final Pages pages;

    Landing(Sessions sessions, Roles roles, AccountStore accounts, Pages pages) {
        this.sessions = sessions;
        this.roles = roles;
        this.accounts = accounts;
        this.pages = pages;
    }

    /**
     * Opens the session, keeps the reader's language for messages, and says where to go. The caller has made sure who it is. Refuses with
     * IDN-006 when no role holds today.
     */
    public View signIn(UUID accountId, HttpServletRequest request, HttpServletResponse response) {
        sessions.open(accountId, request, response);
        accounts.setLanguage(accountId, pages.texts(request).language());
        if (roles.holdingToday(accountId).size() > 1) {
            return Html.redirect("/account/role");
        }
        return back(request, response);
    }

    /** Back to the page wanted first. */
    View back(HttpServletRequest request, HttpServletResponse response) {
        Cookie wanted = WebUtils.getCookie(request, COOKIE);
        if (wanted == null) {
            return Html.redirect("/");
        }
        response.addCookie(Sessions.cookie(request, COOKIE, "", 0));
        String path = URLDecoder.decode(wanted.getValue(), StandardCharsets.UTF_8);
        return Html.redirect(isOurs(path) ? path : "/");
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
}
