package vn.langso.households;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

import vn.langso.households.HouseholdPages.FormView;
import vn.langso.households.NewPerson.Relation;
import vn.langso.identity.Accounts;
import vn.langso.identity.OpeningTicket;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Pages;

/** What else is done with a person: moving, leaving, becoming the head, getting an account. */
@Controller
class PersonActionsController {

    private final Households households;
    private final HouseholdPages frames;
    private final Pages pages;
    private final Accounts accounts;
    private final RegisterReads reads;

    PersonActionsController(
            Households households, HouseholdPages frames, Pages pages, Accounts accounts, RegisterReads reads) {
        this.households = households;
        this.frames = frames;
        this.pages = pages;
        this.accounts = accounts;
        this.reads = reads;
    }

    /** The form of a move or an end. */
    record ActionView(FormView frame, Person person, Map<String, String> villages, String villageCode) {}

    record TicketView(FormView frame, Person person, OpeningTicket ticket, String validUntil) {}

    @Needs(Households.EDIT)
    @GetMapping("/households/{id}/persons/{personId}/move")
    Html move(HttpServletRequest request, Caller caller, @PathVariable UUID id, @PathVariable UUID personId) {
        return Html.of("households/movePerson.jte", view(request, caller, id, personId, "move-person", Form.empty()));
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/persons/{personId}/move")
    View moved(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID personId) {
        Person person = frames.person(caller, id, personId);
        Form sent = Form.sent(request);
        try {
            Household target = reads.byNumber(
                            caller, frames.villageOf(sent.value("village")).id(), sent.value("number"))
                    .orElseThrow(() ->
                            Problem.at("number", HouseholdProblem.NO_HOUSEHOLD).asException());
            Relation relation = Relation.of(sent.value("relation")).orElse(Relation.OTHER);
            households.movePerson(caller, person.id(), target.id(), relation, HouseholdPages.day(sent, "on"));
            pages.note(response, "households.note.person-moved", person.fullName(), target.number());
            return HouseholdPages.to("/households/" + id);
        } catch (ProblemException refused) {
            return Html.of(
                            "households/movePerson.jte",
                            view(request, caller, id, personId, "move-person", sent.with(refused.problems())))
                    .status(422);
        }
    }

    @Needs(Households.EDIT)
    @GetMapping("/households/{id}/persons/{personId}/end")
    Html end(HttpServletRequest request, Caller caller, @PathVariable UUID id, @PathVariable UUID personId) {
        return Html.of("households/endPerson.jte", view(request, caller, id, personId, "end-person", Form.empty()));
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/persons/{personId}/end")
    View ended(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID personId) {
        Person person = frames.person(caller, id, personId);
        Form sent = Form.sent(request);
        try {
            String reason = sent.value("reason");
            if (!List.of("died", "moved-out", "mistake").contains(reason)) {
                throw Problem.at("reason", HouseholdProblem.REASON_MISSING).asException();
            }
            households.endPerson(caller, person.id(), HouseholdPages.day(sent, "on"), reason);
            pages.note(response, "households.note.person-ended", person.fullName());
            return HouseholdPages.to("/households/" + id);
        } catch (ProblemException refused) {
            return Html.of(
                            "households/endPerson.jte",
                            view(request, caller, id, personId, "end-person", sent.with(refused.problems())))
                    .status(422);
        }
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/persons/{personId}/head")
    View head(HttpServletResponse response, Caller caller, @PathVariable UUID id, @PathVariable UUID personId) {
        Person person = frames.person(caller, id, personId);
        households.changeHead(caller, id, person.id());
        pages.note(response, "households.note.head-changed", person.fullName());
        return HouseholdPages.to("/households/" + id);
    }

    @Needs("accounts.open")
    @PostMapping("/households/{id}/persons/{personId}/account")
    Html account(HttpServletRequest request, Caller caller, @PathVariable UUID id, @PathVariable UUID personId) {
        Household household = frames.household(caller, id);
        Person person = frames.person(caller, id, personId);
        OpeningTicket ticket = accounts.openForResident(
                caller, person.id(), person.villageId(), person.fullName(), reads.phoneForAccount(caller, person));
        FormView frame = frames.form(request, household, "households.ticket.title", "", Form.empty());
        return Html.of(
                "households/ticket.jte",
                new TicketView(frame, person, ticket, frame.labels().t().dateTime(ticket.expiresAt())));
    }

    private ActionView view(HttpServletRequest request, Caller caller, UUID id, UUID personId, String what, Form form) {
        Household household = frames.household(caller, id);
        caller.require(Households.EDIT, household.villageId());
        Person person = frames.person(caller, id, personId);
        String action = "/persons/" + personId + "/" + what.replace("-person", "");
        FormView frame = frames.form(request, household, "households." + what + ".title", action, form);
        return new ActionView(
                frame,
                person,
                frames.villages(caller),
                frames.village(household.villageId()).code());
    }
}
