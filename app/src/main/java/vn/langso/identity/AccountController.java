package vn.langso.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import vn.langso.identity.roles.Assignment;
import vn.langso.identity.roles.Roles;
import vn.langso.identity.sessions.ApiTokens;
import vn.langso.identity.sessions.Sessions;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;
import vn.langso.shell.PlaceNames;
import vn.langso.shell.SignedIn;

/** One's own account: role, sessions, tokens, password. */
@Controller
class AccountController {

    private static final List<Integer> TOKEN_DAYS = List.of(30, 90, 365);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Roles roles;
    private final ApiTokens tokens;
    private final Landing landing;
    private final PlaceNames places;
    private final Pages pages;

    AccountController(
            Accounts accounts,
            Sessions sessions,
            Roles roles,
            ApiTokens tokens,
            Landing landing,
            PlaceNames places,
            Pages pages) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.roles = roles;
        this.tokens = tokens;
        this.landing = landing;
        this.places = places;
        this.pages = pages;
    }

    @SignedIn
    @GetMapping("/account")
    Html account(Caller caller, HttpServletRequest request) {
        return page(caller, request, Form.empty(), null);
    }

    @SignedIn
    @PostMapping("/account/password")
    Object password(
            Caller caller,
            @RequestParam(name = "present-password", defaultValue = "") String present,
            @RequestParam(name = "new-password", defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response) {
        Sessions.requireBrowser(request);
        try {
            accounts.setPassword(caller, present, fresh);
        } catch (ProblemException e) {
            return Forms.refused(page(caller, request, Forms.sent(request, e.problems()), null), e);
        }
        pages.note(response, "identity.account.password-set");
        return Html.redirect("/account");
    }

    @SignedIn
    @PostMapping("/account/sessions/{id}/end")
    View endSession(Caller caller, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        Sessions.requireBrowser(request);
        if (id.equals(caller.credentialId())) {
            sessions.close(request, response);
            return Html.redirect("/sign-in");
        }
        sessions.end(caller, id);
        pages.note(response, "identity.account.session-ended");
        return Html.redirect("/account");
    }

    @SignedIn
    @PostMapping("/account/sessions/end")
    View endAll(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Sessions.requireBrowser(request);
        sessions.endAll(caller);
        sessions.close(request, response);
        return Html.redirect("/sign-in");
    }

    /** The value of a new token is on the answer itself and nowhere else: there is nothing to come back to. */
    @SignedIn
    @PostMapping("/account/tokens")
    Html makeToken(
            Caller caller,
            @RequestParam(name = "token-name", defaultValue = "") String name,
            @RequestParam(name = "token-days", defaultValue = "90") String days,
            HttpServletRequest request) {
        Sessions.requireBrowser(request);
        int chosen = TOKEN_DAYS.stream()
                .filter(day -> day.toString().equals(days))
                .findFirst()
                .orElse(90);
        try {
            String value = tokens.make(caller, name, Duration.ofDays(chosen));
            return page(caller, request, Form.empty(), value);
        } catch (ProblemException e) {
            return Forms.refused(page(caller, request, Forms.sent(request, e.problems()), null), e);
        }
    }

    @SignedIn
    @PostMapping("/account/tokens/{id}/revoke")
    View revoke(Caller caller, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        Sessions.requireBrowser(request);
        tokens.revoke(caller, id);
        pages.note(response, "identity.account.token-revoked");
        return Html.redirect("/account");
    }

    @SignedIn
    @GetMapping("/account/role")
    Html roles(Caller caller, HttpServletRequest request) {
        List<RoleLine> lines = roles.holdingToday(caller.accountId()).stream()
                .map(held ->
                        new RoleLine(held.id(), held.role(), places.fullName(held.placeId()), isPresent(caller, held)))
                .toList();
        return Html.of("identity/role.jte", new RoleView(pages.page(request, "", "identity.role.title"), lines));
    }

    @SignedIn
    @PostMapping("/account/role")
    View chooseRole(
            Caller caller, @RequestParam UUID assignment, HttpServletRequest request, HttpServletResponse response) {
        Sessions.requireBrowser(request);
        sessions.switchRole(caller, assignment, request, response);
        return landing.back(request, response);
    }

    private Html page(Caller caller, HttpServletRequest request, Form form, @Nullable String tokenValue) {
        List<SessionLine> signedIn = new ArrayList<>();
        for (Sessions.Line line : sessions.of(caller.accountId())) {
            signedIn.add(new SessionLine(line, line.device(), line.id().equals(caller.credentialId())));
        }
        Page page = pages.page(request, "", "identity.account.title");
        AccountView view = new AccountView(
                form.isRefused() ? page.failed() : page,
                accounts.own(caller),
                caller.role() == null ? Role.RESIDENT : caller.role(),
                caller.placeId() == null ? "" : places.fullName(caller.placeId()),
                roles.holdingToday(caller.accountId()).size() > 1,
                signedIn,
                tokens.of(caller),
                TOKEN_DAYS,
                tokenValue,
                form);
        return Html.of("identity/account.jte", view);
    }

    private static boolean isPresent(Caller caller, Assignment held) {
        return held.role() == caller.role() && held.placeId().equals(caller.placeId());
    }

    record AccountView(
            Page page,
            Account account,
            Role role,
            String place,
            boolean hasOtherRoles,
            List<SessionLine> sessions,
            List<ApiTokens.Line> tokens,
            List<Integer> tokenDays,
            @Nullable String tokenValue,
            Form form) {}

    /** One signed-in browser. */
    record SessionLine(Sessions.Line line, String device, boolean isThis) {}

    record RoleView(Page page, List<RoleLine> roles) {}

    /** One role to choose. */
    record RoleLine(UUID id, Role role, String place, boolean isPresent) {}
}
