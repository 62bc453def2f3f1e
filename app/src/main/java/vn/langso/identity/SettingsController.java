package vn.langso.identity;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.langso.identity.secrets.Throttle.Limit;
import vn.langso.kernel.ProblemException;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** What an installation calls itself; and, to read, how often things may be tried. */
@Controller
class SettingsController {

    static final String NAV = "identity.nav.settings";

    private final InstallationSettings settings;
    private final IdentitySettings lives;
    private final Pages pages;

    SettingsController(InstallationSettings settings, IdentitySettings lives, Pages pages) {
        this.settings = settings;
        this.lives = lives;
        this.pages = pages;
    }

    @Needs(InstallationSettings.CHANGE)
    @GetMapping("/settings")
    Html show(HttpServletRequest request) {
        Installation now = settings.installation();
        return page(request, Form.of(Map.of("name", now.name(), "help-phone", now.helpPhone())));
    }

    @Needs(InstallationSettings.CHANGE)
    @PostMapping("/settings")
    Object change(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "help-phone", defaultValue = "") String helpPhone,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            settings.change(caller, name, helpPhone);
        } catch (ProblemException e) {
            return Forms.refused(page(request, Forms.sent(request, e.problems())), e);
        }
        pages.note(response, "identity.settings.saved");
        return Landing.to("/settings");
    }

    private Html page(HttpServletRequest request, Form form) {
        Page page = pages.page(request, NAV, "identity.settings.title");
        return Html.of(
                "identity/settings.jte",
                new View(form.isRefused() ? page.failed() : page, form, List.of(Limit.values()), lives));
    }

    record View(Page page, Form form, List<Limit> limits, IdentitySettings lives) {}
}
