package vn.langso.shell;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Language, colours and type size, kept on the reader's own device; and the page of all other pages. */
@Controller
class PreferencesController {

    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    private static final Map<String, Cookies> KNOWN = Map.of(
            "language", new Cookies(Languages.COOKIE, Set.of("vi", "en")),
            "scheme", new Cookies(Pages.SCHEME_COOKIE, Set.of("auto", "light", "dark")),
            "size", new Cookies(Pages.SIZE_COOKIE, Set.of("md", "lg")));

    private final Pages pages;

    PreferencesController(Pages pages) {
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/preferences")
    Html show(HttpServletRequest request, @RequestParam(defaultValue = "/") String back) {
        Page page = pages.page(request, "", "shell.preferences.title");
        return Html.of("shell/preferences.jte", new View(page, within(back)));
    }

    @OpenToAll
    @PostMapping("/preferences")
    RedirectView keep(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "/") String back) {
        KNOWN.forEach((name, cookie) -> {
            String wish = request.getParameter(name);
            if (wish != null && cookie.values().contains(wish)) {
                response.addCookie(Pages.cookie(cookie.name(), wish, A_YEAR));
            }
        });
        return seeOther(within(back));
    }

    @SignedIn
    @GetMapping("/more")
    Html more(HttpServletRequest request) {
        Page page = pages.page(request, "shell.nav.more", "shell.more.title");
        return Html.of("shell/all.jte", new View(page, "/more"));
    }

    /** Only addresses of this program are gone back to, never another site's. */
    static String within(String back) {
        boolean ours = back.startsWith("/") && !back.startsWith("//") && back.indexOf('\\') < 0;
        return ours && back.chars().noneMatch(Character::isISOControl) ? back : "/";
    }

    private static RedirectView seeOther(String address) {
        RedirectView view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    private record Cookies(String name, Set<String> values) {}

    record View(Page page, String back) {}
}
