package vn.langso.identity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

import vn.langso.identity.AccountSearch.Entry;
import vn.langso.identity.roles.Assignment;
import vn.langso.kernel.Problem;
import vn.langso.kernel.Role;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** Roles and their places as administrators see and type them. */
@Component
class RoleFields {

    /** Longer texts are no name of a place. */
    private static final int LONGEST_PLACE = 100;

    private final Places places;
    private final Pages pages;

    RoleFields(Places places, Pages pages) {
        this.places = places;
        this.pages = pages;
    }

    /** All roles by wire name, to choose from. */
    Map<String, String> options(Texts t) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            options.put(role.code(), t.say("role." + role.code()));
        }
        return options;
    }

    /** The role chosen in a form; refuses with IDN-014. */
    Role role(Form form) {
        return Role.ofCode(form.value("role"))
                .orElseThrow(() -> Problem.at("role", IdentityProblem.ROLE_FORM).asException());
    }

    /** The place typed in a form, by code or by a name that only one place of the caller's has; refuses with IDN-015. */
    UUID place(Caller caller, Form form) {
        String typed = form.value("place");
        PlaceTree tree = places.tree();
        return tree.byCode(typed, null)
                .filter(place -> caller.isProgram() || caller.scope().contains(place.id()))
                .or(() -> byName(caller, tree, typed))
                .map(Place::id)
                .orElseThrow(
                        () -> Problem.at("place", IdentityProblem.PLACE_FORM).asException());
    }

    /** Accounts with their roles in words. */
    List<Line> lines(List<Entry> entries, LocalDate today) {
        return entries.stream()
                .map(entry -> new Line(
                        entry.account(),
                        entry.assignments().stream()
                                .filter(held -> !held.isOverOn(today))
                                .map(held -> held(held, today))
                                .toList()))
                .toList();
    }

    /** The page of one account; a refused form stands on it as it was typed, beside what is kept. */
    Html accountPage(Caller caller, Entry entry, HttpServletRequest request, Form form) {
        Account account = entry.account();
        LocalDate today = places.tree().today();
        Page page = pages.page(request, AccountsController.NAV, "identity.accounts.page-title", account.name());
        View view = new View(
                form.isRefused() ? page.failed() : page,
                account,
                entry.assignments().stream().map(held -> held(held, today)).toList(),
                options(page.t()),
                caller.may(Accounts.ADMINISTER),
                beside(account, form));
        return Html.of("identity/account-page.jte", view);
    }

    private Optional<Place> byName(Caller caller, PlaceTree tree, String typed) {
        if (typed.isEmpty() || typed.length() > LONGEST_PLACE) {
            return Optional.empty();
        }
        List<Place> found = tree.search(typed, tree.today(), 50).stream()
                .filter(place -> caller.isProgram() || caller.scope().contains(place.id()))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Held held(Assignment held, LocalDate today) {
        String place = places.tree()
                .find(held.placeId())
                .map(found -> found.fullName() + " (" + found.code() + ")")
                .orElse("");
        return new Held(held, place, held.holdsOn(today), held.isOverOn(today));
    }

    /** What is kept fills the fields that the form, being another of the page, did not send. */
    private static Form beside(Account account, Form form) {
        Map<String, List<String>> values = new HashMap<>(form.values());
        values.putIfAbsent("name", List.of(account.name()));
        values.putIfAbsent(
                "phone", List.of(account.phone() == null ? "" : account.phone().national()));
        return new Form(values, form.problems());
    }

    /** An account in the list. */
    record Line(Account account, List<Held> roles) {}

    /** A role in words. */
    record Held(Assignment assignment, String place, boolean holds, boolean isOver) {}

    record View(
            Page page,
            Account account,
            List<Held> roles,
            Map<String, String> options,
            boolean mayAdminister,
            Form form) {}
}
