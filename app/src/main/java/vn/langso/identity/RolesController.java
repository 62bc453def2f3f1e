package vn.langso.identity;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Pages;

/** Giving and ending the roles of an account. */
@Controller
class RolesController {

    private final Accounts accounts;
    private final AccountSearch search;
    private final RoleGrants grants;
    private final RoleFields roleFields;
    private final Pages pages;

    RolesController(Accounts accounts, AccountSearch search, RoleGrants grants, RoleFields roleFields, Pages pages) {
        this.accounts = accounts;
        this.search = search;
        this.grants = grants;
        this.roleFields = roleFields;
        this.pages = pages;
    }

    @Needs(Accounts.ADMINISTER)
    @PostMapping("/accounts/{id}/roles")
    Object grant(Caller caller, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        Form form = Form.sent(request);
        try {
            LocalDate from = date(form, "from");
            grants.grant(
                    caller,
                    id,
                    new RoleGrants.Wanted(
                            roleFields.role(form),
                            roleFields.place(caller, form),
                            from == null ? accounts.today() : from,
                            date(form, "to")));
        } catch (ProblemException e) {
            if (Forms.isAboutWhole(e, IdentityProblem.BEYOND_REACH, IdentityProblem.NO_ACCOUNT)) {
                throw e;
            }
            return Forms.refused(
                    roleFields.accountPage(caller, search.look(caller, id), request, form.with(e.problems())), e);
        }
        pages.note(response, "identity.accounts.role-given");
        return Html.redirect("/accounts/" + id);
    }

    @Needs(Accounts.ADMINISTER)
    @PostMapping("/accounts/{id}/roles/{assignmentId}/end")
    Object end(Caller caller, @PathVariable UUID id, @PathVariable UUID assignmentId, HttpServletResponse response) {
        grants.end(caller, id, assignmentId);
        pages.note(response, "identity.accounts.role-ended");
        return Html.redirect("/accounts/" + id);
    }

    private static @Nullable LocalDate date(Form form, String field) {
        LocalDate date = form.date(field);
        if (date == null && form.hasDate(field)) {
            throw Problem.at(field, IdentityProblem.DATES_FORM).asException();
        }
        return date;
    }
}
