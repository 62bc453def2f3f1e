package vn.langso.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import vn.langso.identity.installation.Installation;
import vn.langso.identity.installation.InstallationSettings;
import vn.langso.identity.roles.Roles;
import vn.langso.identity.secrets.Passwords;
import vn.langso.identity.secrets.Phone;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** Opens an account with the code of a printed ticket: read off the QR code or typed. */
@Controller
class OpenController {

    private final OpeningTickets tickets;
    private final Roles roles;
    private final Landing landing;
    private final InstallationSettings settings;
    private final Pages pages;

    OpenController(OpeningTickets tickets, Roles roles, Landing landing, InstallationSettings settings, Pages pages) {
        this.tickets = tickets;
        this.roles = roles;
        this.landing = landing;
        this.settings = settings;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/open")
    Html type(HttpServletRequest request) {
        return codePage(request, List.of());
    }

    @OpenToAll
    @PostMapping("/open")
    View typed(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        if (!tickets.mayTry(request.getRemoteAddr())) {
            return codePage(request, List.of(Problem.of(IdentityProblem.TOO_OFTEN)));
        }
        return tickets.find(code).isPresent()
                ? Html.redirect("/open/" + OpeningTickets.bare(code))
                : codePage(request, List.of(Problem.at("code", IdentityProblem.TICKET_UNKNOWN)));
    }

    @OpenToAll
    @GetMapping("/open/{code}")
    Html confirm(@PathVariable String code, HttpServletRequest request) {
        if (!tickets.mayTry(request.getRemoteAddr())) {
            return codePage(request, List.of(Problem.of(IdentityProblem.TOO_OFTEN)));
        }
        return tickets.find(code)
                .map(account -> openPage(request, code, account, Form.empty()))
                .orElseGet(() -> codePage(request, List.of(Problem.at("code", IdentityProblem.TICKET_UNKNOWN))));
    }

    @OpenToAll
    @PostMapping("/open/{code}")
    View open(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(name = "new-password", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!tickets.mayTry(request.getRemoteAddr())) {
            return codePage(request, List.of(Problem.of(IdentityProblem.TOO_OFTEN)));
        }
        Optional<Account> account = tickets.find(code);
        if (account.isEmpty()) {
            return codePage(request, List.of(Problem.at("code", IdentityProblem.TICKET_UNKNOWN)));
        }
        Optional<Phone> number = Phone.parse(phone);
        List<Problem> problems = new ArrayList<>();
        if (number.isEmpty()) {
            problems.add(Problem.at("phone", IdentityProblem.PHONE_FORM));
        }
        if (!password.isEmpty() && !Passwords.isFit(password, number.orElse(null))) {
            problems.add(
                    Problem.at("new-password", IdentityProblem.PASSWORD_FORM, Passwords.SHORTEST, Passwords.LONGEST));
        }
        try {
            if (!problems.isEmpty()) {
                throw new ProblemException(problems);
            }
            tickets.use(code, number.orElseThrow(), password.isEmpty() ? null : password);
        } catch (ProblemException e) {
            return Forms.refused(openPage(request, code, account.get(), Forms.sent(request, e.problems())), e);
        }
        pages.note(response, "identity.open.done");
        return landing.signIn(account.get().id(), request, response);
    }

    private Html codePage(HttpServletRequest request, List<Problem> problems) {
        Page page = pages.page(request, "", "identity.open.title");
        CodeView view = new CodeView(
                problems.isEmpty() ? page : page.failed(), settings.installation(), Forms.sent(request, problems));
        return Html.of("identity/open.jte", view).status(Forms.status(problems.isEmpty() ? null : problems.getFirst()));
    }

    private Html openPage(HttpServletRequest request, String code, Account account, Form form) {
        Page page = pages.page(request, "", "identity.open.title");
        boolean officer = roles.holdingToday(account.id()).stream().anyMatch(held -> held.role() != Role.RESIDENT);
        OpenView view = new OpenView(
                form.isRefused() ? page.failed() : page,
                settings.installation(),
                OpeningTickets.bare(code),
                account.name(),
                officer,
                form);
        return Html.of("identity/open-confirm.jte", view);
    }

    record CodeView(Page page, Installation installation, Form form) {}

    record OpenView(Page page, Installation installation, String code, String name, boolean officer, Form form) {}
}
