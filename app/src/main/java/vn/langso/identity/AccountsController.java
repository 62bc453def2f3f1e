package vn.langso.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.langso.identity.AccountSearch.Entry;
import vn.langso.identity.AccountSearch.Search;
import vn.langso.kernel.Folding;
import vn.langso.kernel.ProblemException;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The accounts of the caller's places: list, new, page, name and number, tickets, closing. */
@Controller
class AccountsController {

    static final String NAV = "identity.nav.accounts";

    private static final int PAGE_SIZE = 20;
    private static final UUID FIRST = new UUID(0, 0);

    private final Accounts accounts;
    private final AccountSearch search;
    private final RoleFields roleFields;
    private final TicketPages ticketPages;
    private final Pages pages;

    AccountsController(
            Accounts accounts, AccountSearch search, RoleFields roleFields, TicketPages ticketPages, Pages pages) {
        this.accounts = accounts;
        this.search = search;
        this.roleFields = roleFields;
        this.ticketPages = ticketPages;
        this.pages = pages;
    }

    @Needs(Accounts.RECOVER)
    @GetMapping("/accounts")
    Html list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        String text = q.substring(0, Math.min(q.length(), Accounts.LONGEST_NAME));
        int at = after.lastIndexOf('~');
        boolean first = at < 0;
        List<Entry> found = search.search(
                caller,
                new Search(
                        text,
                        first ? "" : after.substring(0, at),
                        first ? FIRST : uuid(after.substring(at + 1)),
                        PAGE_SIZE + 1));
        List<Entry> shown = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        String next = found.size() > PAGE_SIZE ? next(text, shown.getLast().account()) : null;
        return Html.of(
                "identity/accounts.jte",
                new ListView(
                        pages.page(request, NAV, "identity.accounts.title"),
                        text,
                        roleFields.lines(shown, accounts.today()),
                        first ? null : "/accounts?q=" + encode(text),
                        next));
    }

    @Needs(Accounts.ADMINISTER)
    @GetMapping("/accounts/new")
    Html fresh(HttpServletRequest request) {
        return newPage(request, Form.empty());
    }

    @Needs(Accounts.ADMINISTER)
    @PostMapping("/accounts")
    Html make(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request) {
        Form form = Forms.sent(request, List.of());
        try {
            OpeningTicket ticket = accounts.openWithRole(
                    caller, new NewAccount(name, phone, roleFields.role(form), roleFields.place(caller, form)));
            return ticketPages.of(request, ticket, "/accounts/" + ticket.accountId());
        } catch (ProblemException e) {
            return Forms.refused(newPage(request, form.with(e.problems())), e);
        }
    }

    @Needs(Accounts.RECOVER)
    @GetMapping("/accounts/{id}")
    Html look(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        return roleFields.accountPage(caller, search.look(caller, id), request, Form.empty());
    }

    @Needs(Accounts.ADMINISTER)
    @PostMapping("/accounts/{id}")
    Object edit(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            accounts.edit(caller, id, version, name, phone);
        } catch (ProblemException e) {
            if (Forms.isAboutWhole(e, IdentityProblem.BEYOND_REACH, IdentityProblem.NO_ACCOUNT)) {
                throw e;
            }
            return Forms.refused(
                    roleFields.accountPage(caller, search.look(caller, id), request, Forms.sent(request, e.problems())),
                    e);
        }
        pages.note(response, "identity.accounts.saved");
        return Html.redirect("/accounts/" + id);
    }

    @Needs(Accounts.RECOVER)
    @PostMapping("/accounts/{id}/ticket")
    Html ticket(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        return ticketPages.of(request, accounts.recover(caller, id), "/accounts/" + id);
    }

    @Needs(Accounts.RECOVER)
    @GetMapping("/accounts/{id}/ticket")
    Html askTicket(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        return confirm(request, search.look(caller, id).account(), "ticket");
    }

    @Needs(Accounts.ADMINISTER)
    @GetMapping("/accounts/{id}/close")
    Html askClose(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        return confirm(request, search.look(caller, id).account(), "close");
    }

    @Needs(Accounts.ADMINISTER)
    @PostMapping("/accounts/{id}/close")
    Object close(Caller caller, @PathVariable UUID id, HttpServletResponse response) {
        accounts.close(caller, id);
        pages.note(response, "identity.accounts.closed");
        return Html.redirect("/accounts/" + id);
    }

    private Html newPage(HttpServletRequest request, Form form) {
        Page page = pages.page(request, NAV, "identity.accounts.new");
        return Html.of(
                "identity/account-new.jte",
                new NewView(form.isRefused() ? page.failed() : page, roleFields.options(page.t()), form));
    }

    private Html confirm(HttpServletRequest request, Account account, String what) {
        Page page = pages.page(request, NAV, "identity.accounts." + what + "-title", account.name());
        return Html.of("identity/account-confirm.jte", new ConfirmView(page, account, what));
    }

    private static String next(String text, Account last) {
        return "/accounts?q=" + encode(text) + "&after=" + encode(Folding.fold(last.name()) + "~" + last.id());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return FIRST;
        }
    }

    record ListView(
            Page page,
            String q,
            List<RoleFields.Line> lines,
            @Nullable String first,
            @Nullable String next) {}

    record NewView(Page page, Map<String, String> roles, Form form) {}

    record ConfirmView(Page page, Account account, String what) {}
}
