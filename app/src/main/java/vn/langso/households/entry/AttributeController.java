package vn.langso.households.entry;

import java.util.HashMap;
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
import org.springframework.web.servlet.View;

import vn.langso.households.AttributeValue;
import vn.langso.households.AttributeValue.Source;
import vn.langso.households.Household;
import vn.langso.households.HouseholdProblem;
import vn.langso.households.Households;
import vn.langso.households.RegisterAttribute;
import vn.langso.households.RegisterAttribute.Subject;
import vn.langso.households.detail.HouseholdLabels;
import vn.langso.households.detail.HouseholdPages;
import vn.langso.households.detail.HouseholdPages.FormView;
import vn.langso.kernel.Folding;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Pages;

/** One fact about a household or one of its people: setting it with its source and date, or deleting it. */
@Controller
class AttributeController {

    private final Households households;
    private final HouseholdPages frames;
    private final Pages pages;

    AttributeController(Households households, HouseholdPages frames, Pages pages) {
        this.households = households;
        this.frames = frames;
        this.pages = pages;
    }

    /** The form; {@code choices} is empty for free text. */
    record AttributeView(
            FormView frame, String label, Map<String, String> choices, String person, boolean known, String personId) {}

    @Needs(Households.EDIT)
    @GetMapping("/households/{id}/attributes/{code}")
    Html form(
            HttpServletRequest request,
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID person) {
        AttributeValue known = known(caller, id, attribute(code), person);
        Map<String, String> values = new HashMap<>();
        values.put("value", known == null ? "" : known.value());
        values.put("source", Source.OFFICER.code());
        Form form = Form.of(values).with("from", frames.today());
        return show(request, caller, id, code, form, person);
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/attributes/{code}")
    View save(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String code) {
        Form sent = Form.sent(request);
        RegisterAttribute attribute = attribute(code);
        UUID person = person(sent);
        try {
            AttributeValue value = new AttributeValue(
                    Folding.clean(sent.value("value")),
                    HouseholdPages.day(sent, "from"),
                    Source.ofCode(sent.value("source")).orElse(Source.OFFICER));
            if (person == null) {
                households.setAttribute(caller, id, attribute, value, null);
            } else {
                households.setPersonAttribute(
                        caller, frames.person(caller, id, person).id(), attribute, value);
            }
            pages.note(response, "households.note.attribute-saved", name(request, attribute));
            return HouseholdPages.to("/households/" + id);
        } catch (ProblemException refused) {
            return show(request, caller, id, code, sent.with(refused.problems()), person)
                    .status(refused.problems().getFirst().code().kind().status());
        }
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/attributes/{code}/delete")
    View delete(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String code) {
        RegisterAttribute attribute = attribute(code);
        UUID person = person(Form.sent(request));
        if (person == null) {
            households.deleteAttribute(caller, id, attribute, null);
        } else {
            households.deletePersonAttribute(
                    caller, frames.person(caller, id, person).id(), attribute);
        }
        pages.note(response, "households.note.attribute-deleted", name(request, attribute));
        return HouseholdPages.to("/households/" + id);
    }

    private Html show(
            HttpServletRequest request, Caller caller, UUID id, String code, Form form, @Nullable UUID personId) {
        Household household = frames.editable(caller, id);
        RegisterAttribute attribute = attribute(code);
        FormView frame =
                frames.form(request, household, "households.attribute-form.title", "/attributes/" + code, form);
        AttributeView view = new AttributeView(
                frame,
                frame.labels().name(attribute),
                frame.labels().values(attribute),
                personId == null ? "" : frames.person(caller, id, personId).fullName(),
                known(caller, id, attribute, personId) != null,
                personId == null ? "" : personId.toString());
        return Html.of("households/entry/attribute.jte", view);
    }

    private @Nullable AttributeValue known(
            Caller caller, UUID id, RegisterAttribute attribute, @Nullable UUID personId) {
        boolean ofPerson = attribute.subject() == Subject.PERSON;
        if (ofPerson != (personId != null)) {
            throw Problem.of(HouseholdProblem.ATTRIBUTE_UNKNOWN).asException();
        }
        return personId == null
                ? frames.household(caller, id).attributes().get(attribute)
                : frames.person(caller, id, personId).attributes().get(attribute);
    }

    private String name(HttpServletRequest request, RegisterAttribute attribute) {
        return new HouseholdLabels(pages.texts(request)).name(attribute);
    }

    private static @Nullable UUID person(Form sent) {
        String id = sent.value("person");
        try {
            return id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Problem.of(HouseholdProblem.NO_PERSON).asException();
        }
    }

    static RegisterAttribute attribute(String code) {
        return RegisterAttribute.ofCode(code)
                .orElseThrow(() ->
                        Problem.at("code", HouseholdProblem.ATTRIBUTE_UNKNOWN).asException());
    }
}
