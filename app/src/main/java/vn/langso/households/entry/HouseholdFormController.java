package vn.langso.households.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import vn.langso.households.Household;
import vn.langso.households.HouseholdDraft;
import vn.langso.households.HouseholdProblem;
import vn.langso.households.Households;
import vn.langso.households.NewHousehold;
import vn.langso.households.NewPerson;
import vn.langso.households.detail.HouseholdLabels;
import vn.langso.households.detail.HouseholdPages;
import vn.langso.households.detail.HouseholdPages.Difference;
import vn.langso.households.detail.HouseholdPages.FormView;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemCode;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** Forms of a household as a whole: a new one, and its own fields. */
@Controller
class HouseholdFormController {

    private static final List<String> FIELDS = List.of("number", "lane", "address");

    private final Households households;
    private final HouseholdPages frames;
    private final Pages pages;

    HouseholdFormController(Households households, HouseholdPages frames, Pages pages) {
        this.households = households;
        this.frames = frames;
        this.pages = pages;
    }

    record NewView(
            Page page, Map<String, String> villages, Form form, HouseholdLabels labels, List<Problem> warnings) {}

    @Needs(Households.EDIT)
    @GetMapping("/households/new")
    Html fresh(HttpServletRequest request, Caller caller, @RequestParam(defaultValue = "") String place) {
        return fresh(request, caller, Form.of(Map.of("village", place)), List.of());
    }

    @Needs(Households.EDIT)
    @PostMapping("/households")
    View register(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        Form sent = Form.sent(request);
        List<Problem> problems = new ArrayList<>();
        Checked<HouseholdDraft> household = RegisterRules.household(draft(sent));
        Checked<NewPerson> head = RegisterRules.person(PersonFormController.draft(sent, "head"), frames.today());
        problems.addAll(household.problems());
        problems.addAll(head.problems());
        HouseholdDraft clean = household.value();
        NewPerson person = head.value();
        if (clean == null || person == null) {
            return fresh(request, caller, sent.with(problems), List.of()).status(422);
        }
        if (!Confirmation.isGiven(head.warnings(), sent)) {
            return fresh(request, caller, sent, head.warnings()).status(422);
        }
        try {
            Place village = frames.villageOf(sent.value("village"));
            LocalDate from = sent.hasDate("from") ? HouseholdPages.day(sent, "from") : frames.today();
            UUID id = households.register(
                    caller,
                    new NewHousehold(
                            village.id(),
                            clean.number(),
                            clean.lane(),
                            clean.address(),
                            from,
                            Map.of(),
                            List.of(person)));
            pages.note(response, "households.note.registered", person.fullName());
            return HouseholdPages.to("/households/" + id);
        } catch (ProblemException refused) {
            if (refused.problems().getFirst().code().kind() == ProblemCode.Kind.FORBIDDEN) {
                throw refused;
            }
            return fresh(request, caller, sent.with(refused.problems()), List.of())
                    .status(422);
        }
    }

    @Needs(Households.EDIT)
    @GetMapping("/households/{id}/edit")
    Html edit(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        Household household = frames.editable(caller, id);
        return Html.of("households/entry/edit.jte", view(request, household, "edit", Form.of(values(household))));
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/edit")
    View save(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        Household household = frames.editable(caller, id);
        Form sent = HouseholdConflict.chosen(Form.sent(request), values(household), FIELDS);
        Checked<HouseholdDraft> checked = RegisterRules.household(draft(sent));
        HouseholdDraft clean = checked.value();
        FormView again = view(request, household, "edit", sent.with(checked.problems()));
        if (clean == null) {
            return Html.of("households/entry/edit.jte", again.with(HouseholdPages.version(sent), List.of()))
                    .status(422);
        }
        try {
            households.edit(caller, id, clean, HouseholdPages.version(sent));
            pages.note(response, "households.note.saved");
            return HouseholdPages.to("/households/" + id);
        } catch (ProblemException refused) {
            return refused(request, caller, id, sent, refused);
        }
    }

    private Html refused(HttpServletRequest request, Caller caller, UUID id, Form sent, ProblemException refused) {
        Household now = frames.editable(caller, id);
        FormView view = view(request, now, "edit", sent.with(refused.problems()));
        Texts t = pages.texts(request);
        Problem first = refused.problems().getFirst();
        List<Difference> differences = first.code() == HouseholdProblem.CHANGED_MEANWHILE
                ? HouseholdConflict.differences(sent, values(now), FIELDS, t)
                : List.of();
        return Html.of("households/entry/edit.jte", view.with(now.version(), differences))
                .status(first.code().kind().status());
    }

    private Html fresh(HttpServletRequest request, Caller caller, Form form, List<Problem> warnings) {
        Page page = pages.page(request, HouseholdPages.NAV, "households.new.title");
        return Html.of(
                "households/entry/new.jte",
                new NewView(
                        form.isRefused() ? page.failed() : page,
                        frames.villages(caller),
                        form,
                        new HouseholdLabels(page.t()),
                        warnings));
    }

    private FormView view(HttpServletRequest request, Household household, String what, Form form) {
        return frames.form(request, household, "households." + what + ".title", "/" + what, form);
    }

    private static HouseholdDraft draft(Form sent) {
        return new HouseholdDraft(sent.value("number"), sent.value("lane"), sent.value("address"));
    }

    private static Map<String, String> values(Household household) {
        Map<String, String> values = new HashMap<>();
        values.put("number", household.number());
        values.put("lane", household.lane());
        values.put("address", household.address());
        return values;
    }
}
