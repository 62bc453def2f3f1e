package vn.langso.identity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.WebUtils;

import vn.langso.identity.roles.Roles;
import vn.langso.identity.secrets.Phone;
import vn.langso.identity.sessions.Sessions;
import vn.langso.kernel.Texts;
import vn.langso.places.Places;
import vn.langso.shell.Html;
import vn.langso.shell.Pages;

/** Who signs in where several share a phone, and where they go then: to the choice of a role, else back to the page that they wanted. */
@Component
public class Landing {

    private static final String COOKIE = "langso_back";
    private static final int COOKIE_SECONDS = 20 * 60;
    private static final int LONGEST = 1000;

    private final Sessions sessions;
    private final Roles roles;
    private final AccountStore accounts;
    private final Places places;
    private final Pages pages;

    Landing(Sessions sessions, Roles roles, AccountStore accounts, Places places, Pages pages) {
        this.sessions = sessions;
        this.roles = roles;
        this.accounts = accounts;
        this.places = places;
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

    /** One of those who share a phone; {@code detail} tells people of one name apart. */
    record Choice(UUID id, String name, String detail) {}

    /** Who may sign in with this phone, for somebody who has shown that it is theirs. */
    List<Choice> choices(Phone phone, Texts t) {
        List<Account> known = accounts.activeWithPhone(phone);
        List<Choice> choices = known.stream()
                .map(account -> new Choice(account.id(), account.name(), roleOf(account, t)))
                .toList();
        return IntStream.range(0, known.size())
                .mapToObj(i -> isAlone(choices, i) ? choices.get(i) : dated(known.get(i), choices.get(i), t))
                .toList();
    }

    private String roleOf(Account account, Texts t) {
        return roles.holdingToday(account.id()).stream()
                .findFirst()
                .map(held -> t.say("role." + held.role().code()) + ", "
                        + places.tree().get(held.placeId()).fullName())
                .orElse("");
    }

    private static boolean isAlone(List<Choice> choices, int index) {
        Choice one = choices.get(index);
        return choices.stream()
                        .filter(other -> other.name().equals(one.name())
                                && other.detail().equals(one.detail()))
                        .count()
                == 1;
    }

    private static Choice dated(Account account, Choice choice, Texts t) {
        String opened = t.say("identity.who.opened", t.dateTime(account.createdAt()));
        return new Choice(
                choice.id(), choice.name(), choice.detail().isEmpty() ? opened : choice.detail() + ". " + opened);
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
