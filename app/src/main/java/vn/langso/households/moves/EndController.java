package vn.langso.households.moves;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

import vn.langso.households.Household;
import vn.langso.households.HouseholdProblem;
import vn.langso.households.Households;
import vn.langso.households.Person;
import vn.langso.households.detail.HouseholdPages;
import vn.langso.households.detail.HouseholdPages.FormView;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Pages;

/** The end of a registration, of a household or of one person, with its reason. */
@Controller
class EndController {

    private final Households households;
    private final HouseholdPages frames;
    private final Pages pages;

    EndController(Households households, HouseholdPages frames, Pages pages) {
        this.households = households;
        this.frames = frames;
        this.pages = pages;
    }

    record EndPersonView(FormView frame, Person person) {}

    @Needs(Households.EDIT)
    @GetMapping("/households/{id}/end")
    Html end(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        return form(request, frames.editable(caller, id), Form.empty());
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/end")
    View ended(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        Household household = frames.editable(caller, id);
        Form sent = Form.sent(request);
        return HouseholdPages.answer(
                sent,
                () -> {
                    End end = end(sent, "moved-out", "dissolved", "mistake");
                    households.end(caller, id, end.on(), end.reason());
                    pages.note(response, "households.note.ended");
                    return "/households/" + id;
                },
                again -> form(request, household, again));
    }

    @Needs(Households.EDIT)
    @GetMapping("/households/{id}/persons/{personId}/end")
    Html endPerson(HttpServletRequest request, Caller caller, @PathVariable UUID id, @PathVariable UUID personId) {
        return form(request, frames.editable(caller, id), frames.person(caller, id, personId), Form.empty());
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/persons/{personId}/end")
    View endedPerson(
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
                () -> {
                    End end = end(sent, "died", "moved-out", "mistake");
                    households.endPerson(caller, personId, end.on(), end.reason());
                    pages.note(response, "households.note.person-ended", person.fullName());
                    return "/households/" + id;
                },
                again -> form(request, household, person, again));
    }

    private record End(LocalDate on, String reason) {}

    /** Day and reason, or what is wrong with both at once. */
    private static End end(Form sent, String... allowed) {
        List<Problem> problems = new ArrayList<>();
        String reason = sent.value("reason");
        if (!List.of(allowed).contains(reason)) {
            problems.add(Problem.at("reason", HouseholdProblem.REASON_MISSING));
        }
        LocalDate on = HouseholdPages.day(sent, "on", problems);
        if (on == null || !problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new End(on, reason);
    }

    private Html form(HttpServletRequest request, Household household, Form form) {
        return Html.of(
                "households/moves/end.jte", frames.form(request, household, "households.end.title", "/end", form));
    }

    private Html form(HttpServletRequest request, Household household, Person person, Form form) {
        String action = "/persons/" + person.id() + "/end";
        FormView frame = frames.form(request, household, "households.end-person.title", action, form);
        return Html.of("households/moves/endPerson.jte", new EndPersonView(frame, person));
    }
}
