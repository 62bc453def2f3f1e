package vn.langso.identity;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import vn.langso.identity.installation.Installation;
import vn.langso.identity.installation.InstallationSettings;
import vn.langso.identity.secrets.Phone;
import vn.langso.identity.secrets.Throttle;
import vn.langso.identity.secrets.Throttle.Limit;
import vn.langso.identity.sessions.Sessions;
import vn.langso.kernel.Problem;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;
import vn.langso.shell.SignedIn;

/** Signing in with a password, for officers; and signing out. */
@Controller
class PasswordController {

    private final Accounts accounts;
    private final Throttle throttle;
    private final Landing landing;
    private final Sessions sessions;
    private final InstallationSettings settings;
    private final Pages pages;

    PasswordController(
            Accounts accounts,
            Throttle throttle,
            Landing landing,
            Sessions sessions,
            InstallationSettings settings,
            Pages pages) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.landing = landing;
        this.sessions = sessions;
        this.settings = settings;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/sign-in/password")
    Html form(HttpServletRequest request) {
        return page(request, null);
    }

    @OpenToAll
    @PostMapping("/sign-in/password")
    View signIn(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Phone> number = Phone.parse(phone);
        if (number.isEmpty()) {
            return page(request, Problem.at("phone", IdentityProblem.PHONE_FORM));
        }
        String subject = number.get().e164();
        boolean allowed = throttle.allows(Limit.PASSWORD_PER_ADDRESS, Throttle.network(request.getRemoteAddr()))
                && throttle.allows(Limit.PASSWORD_PER_PHONE, subject);
        if (!allowed) {
            return page(request, Problem.of(IdentityProblem.TOO_OFTEN));
        }
        Optional<UUID> account = accounts.byPassword(number.get(), password);
        if (account.isEmpty()) {
            return page(request, Problem.of(IdentityProblem.PASSWORD_WRONG));
        }
        throttle.forget(Limit.PASSWORD_PER_PHONE, subject);
        return landing.signIn(account.get(), request, response);
    }

    @SignedIn
    @PostMapping("/sign-out")
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.close(request, response);
        return Html.redirect("/sign-in");
    }

    private Html page(HttpServletRequest request, @Nullable Problem problem) {
        Page page = pages.page(request, "", "identity.password.title");
        FormView view = new FormView(
                problem == null ? page : page.failed(), settings.installation(), Forms.sent(request, problem));
        return Html.of("identity/password.jte", view).status(Forms.status(problem));
    }

    record FormView(Page page, Installation installation, Form form) {}
}
