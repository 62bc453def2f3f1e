package vn.langso.identity.installation;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.langso.identity.secrets.Throttle.Limit;
import vn.langso.identity.sessions.SessionSettings;
import vn.langso.kernel.ProblemException;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.NavEntry;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** What an installation calls itself; and, to read, how often things may be tried. */
@Controller
class SettingsController {

    static final String NAV = "identity.nav.settings";

    private static final int LONGEST_SHOWN = 200;

    private final InstallationSettings settings;
    private final SessionSettings lives;
    private final Pages pages;

    SettingsController(InstallationSettings settings, SessionSettings lives, Pages pages) {
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
            Form form = Form.of(Map.of("name", shown(name), "help-phone", shown(helpPhone)));
            return page(request, form.with(e.problems()))
                    .status(e.problems().getFirst().code().kind().status());
        }
        pages.note(response, "identity.settings.saved");
        return Html.redirect("/settings");
    }

    /** What is shown again at most: a wrong book chapter need not travel back. */
    private static String shown(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST_SHOWN));
    }

    private Html page(HttpServletRequest request, Form form) {
        Page page = pages.page(request, NAV, "identity.settings.title");
        return Html.of(
                "identity/installation/settings.jte",
                new View(form.isRefused() ? page.failed() : page, form, List.of(Limit.values()), lives));
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavEntry settingsEntry() {
            return new NavEntry(NAV, "gear", "/settings", 95, InstallationSettings.CHANGE);
        }
    }

    record View(Page page, Form form, List<Limit> limits, SessionSettings lives) {}
}
