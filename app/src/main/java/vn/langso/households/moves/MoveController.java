package vn.langso.households.moves;

import java.time.LocalDate;
import java.util.ArrayList;
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

import vn.langso.households.Household;
import vn.langso.households.HouseholdDraft;
import vn.langso.households.HouseholdProblem;
import vn.langso.households.Households;
import vn.langso.households.NewPerson.Relation;
import vn.langso.households.Person;
import vn.langso.households.detail.HouseholdPages;
import vn.langso.households.detail.HouseholdPages.FormView;
import vn.langso.households.entry.Checked;
import vn.langso.households.entry.RegisterRules;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.places.Place;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Pages;

/** A household moves to another village, a person to another household or to the head's place. */
@Controller
class MoveController {

    private final Households households;
    private final HouseholdPages frames;
    private final Pages pages;

    MoveController(Households households, HouseholdPages frames, Pages pages) {
        this.households = households;
        this.frames = frames;
        this.pages = pages;
    }

    record MoveView(FormView frame, Map<String, String> villages) {}

    record MovePersonView(FormView frame, Person person, Map<String, String> villages) {}

    @Needs(Households.EDIT)
    @GetMapping("/households/{id}/move")
    Html move(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        Household household = frames.editable(caller, id);
        return form(request, caller, household, Form.of(Map.of("number", household.number())));
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/move")
    View moved(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        Household household = frames.editable(caller, id);
        Form sent = Form.sent(request);
        return HouseholdPages.answer(
                sent, () -> toVillage(response, caller, id, sent), again -> form(request, caller, household, again));
    }

    @Needs(Households.EDIT)
    @GetMapping("/households/{id}/persons/{personId}/move")
    Html movePerson(HttpServletRequest request, Caller caller, @PathVariable UUID id, @PathVariable UUID personId) {
        Household household = frames.editable(caller, id);
        String here = frames.village(household.villageId()).code();
        return form(request, caller, household, frames.person(caller, id, personId), Form.of(Map.of("village", here)));
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/persons/{personId}/move")
    View movedPerson(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID personId) {
        Household household = frames.editable(caller, id);
        Person person = frames.person(caller, id, personId);
        Form sent = Form.sent(request);
        return HouseholdPages.answer(
                sent,
                () -> toHousehold(response, caller, person, sent),
                again -> form(request, caller, household, person, again));
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/persons/{personId}/head")
    View head(HttpServletResponse response, Caller caller, @PathVariable UUID id, @PathVariable UUID personId) {
        Person person = frames.person(caller, id, personId);
        households.changeHead(caller, id, person.id());
        pages.note(response, "households.note.head-changed", person.fullName());
        return HouseholdPages.to("/households/" + id);
    }

    private String toVillage(HttpServletResponse response, Caller caller, UUID id, Form sent) {
        Checked<HouseholdDraft> draft = RegisterRules.household(new HouseholdDraft(sent.value("number"), "", ""));
        List<Problem> problems = new ArrayList<>(draft.problems());
        LocalDate on = HouseholdPages.day(sent, "on", problems);
        Place village = frames.villageOf(sent.value("village"));
        if (on == null || !problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        households.move(caller, id, village.id(), draft.orThrow().number(), on);
        pages.note(response, "households.note.moved", village.fullName());
        return caller.may(Households.READ, village.id()) ? "/households/" + id : "/households";
    }

    private String toHousehold(HttpServletResponse response, Caller caller, Person person, Form sent) {
        UUID village = frames.villageOf(sent.value("village")).id();
        List<Problem> problems = new ArrayList<>();
        Household target =
                households.byNumber(caller, village, sent.value("number")).orElse(null);
        if (target == null) {
            problems.add(Problem.at("number", HouseholdProblem.NO_HOUSEHOLD));
        }
        LocalDate on = HouseholdPages.day(sent, "on", problems);
        if (target == null || on == null) {
            throw new ProblemException(problems);
        }
        Relation relation = Relation.of(sent.value("relation")).orElse(Relation.OTHER);
        households.movePerson(caller, person.id(), target.id(), relation, on);
        pages.note(response, "households.note.person-moved", person.fullName(), target.number());
        return "/households/" + person.householdId();
    }

    private Html form(HttpServletRequest request, Caller caller, Household household, Form form) {
        FormView frame = frames.form(request, household, "households.move.title", "/move", form);
        return Html.of("households/moves/move.jte", new MoveView(frame, frames.villages(caller)));
    }

    private Html form(HttpServletRequest request, Caller caller, Household household, Person person, Form form) {
        String action = "/persons/" + person.id() + "/move";
        FormView frame = frames.form(request, household, "households.move-person.title", action, form);
        return Html.of("households/moves/movePerson.jte", new MovePersonView(frame, person, frames.villages(caller)));
    }
}
