package vn.langso.households.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.springframework.web.servlet.View;

import vn.langso.households.BirthDate;
import vn.langso.households.Household;
import vn.langso.households.HouseholdProblem;
import vn.langso.households.Households;
import vn.langso.households.NewPerson;
import vn.langso.households.Person;
import vn.langso.households.detail.HouseholdPages;
import vn.langso.households.detail.HouseholdPages.Difference;
import vn.langso.households.detail.HouseholdPages.FormView;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Pages;

/** Forms that add a person to a household and edit who they are. */
@Controller
class PersonFormController {

    private static final List<String> FIELDS = List.of("fullName", "birth", "sex", "relation", "residence");

    private final Households households;
    private final HouseholdPages frames;
    private final Pages pages;

    PersonFormController(Households households, HouseholdPages frames, Pages pages) {
        this.households = households;
        this.frames = frames;
        this.pages = pages;
    }

    /**
     * The form of a person.
     *
     * @param known the person edited; null for a new one
     * @param relations to choose from; only "head" for the head
     */
    record PersonView(FormView frame, @Nullable Person known, Map<String, String> relations) {}

    @Needs(Households.EDIT)
    @GetMapping("/households/{id}/persons/new")
    Html fresh(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        Household household = frames.editable(caller, id);
        Form form = Form.of(Map.of("residence", NewPerson.Residence.PERMANENT.code()))
                .with("from", frames.today());
        return added(request, household, form, List.of());
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/persons")
    View add(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        Household household = frames.editable(caller, id);
        Form sent = Form.sent(request);
        boolean first = household.memberCount() == 0;
        Checked<NewPerson> checked = RegisterRules.person(draft(sent, first ? "head" : ""), frames.today());
        NewPerson person = checked.value();
        if (person == null) {
            return added(request, household, sent.with(checked.problems()), List.of())
                    .status(422);
        }
        List<Problem> warnings = warnings(checked, person, null);
        if (!Confirmation.isGiven(warnings, sent)) {
            return added(request, household, sent, warnings).status(422);
        }
        try {
            LocalDate from = HouseholdPages.day(sent, "from");
            households.addPerson(caller, id, person, from);
            pages.note(response, "households.note.person-added", person.fullName());
            return HouseholdPages.to("/households/" + id);
        } catch (ProblemException refused) {
            return added(request, household, sent.with(refused.problems()), List.of())
                    .status(422);
        }
    }

    @Needs(Households.EDIT)
    @GetMapping("/households/{id}/persons/{personId}/edit")
    Html edit(HttpServletRequest request, Caller caller, @PathVariable UUID id, @PathVariable UUID personId) {
        Household household = frames.editable(caller, id);
        Person person = frames.person(caller, id, personId);
        return Html.of("households/entry/person.jte", edited(request, household, person, form(person)));
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/persons/{personId}/edit")
    View save(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID personId) {
        Household household = frames.editable(caller, id);
        Person known = frames.person(caller, id, personId);
        Form sent = sent(request, known);
        boolean head = known.relation() == NewPerson.Relation.HEAD;
        Checked<NewPerson> checked = RegisterRules.person(draft(sent, head ? "head" : ""), frames.today());
        NewPerson person = checked.value();
        PersonView again = edited(request, household, known, sent.with(checked.problems()));
        int version = HouseholdPages.version(sent);
        if (person == null) {
            return Html.of("households/entry/person.jte", seen(again, version, List.of()))
                    .status(422);
        }
        List<Problem> warnings = warnings(checked, person, personId);
        if (!Confirmation.isGiven(warnings, sent)) {
            FormView frame = seen(again, version, List.of()).frame().warned(warnings);
            return Html.of("households/entry/person.jte", new PersonView(frame, known, again.relations()))
                    .status(422);
        }
        try {
            households.editPerson(caller, personId, person, kept(sent), version);
            pages.note(response, "households.note.saved");
            return HouseholdPages.to("/households/" + id);
        } catch (ProblemException refused) {
            return refused(request, household, frames.person(caller, id, personId), sent, refused);
        }
    }

    /** A number field left empty keeps what is known, unless its box "remove" is ticked. */
    private static Households.Kept kept(Form sent) {
        return new Households.Kept(
                sent.value("cccd").isEmpty() && sent.value("cccd-remove").isEmpty(),
                sent.value("phone").isEmpty() && sent.value("phone-remove").isEmpty());
    }

    private List<Problem> warnings(Checked<NewPerson> checked, NewPerson person, @Nullable UUID personId) {
        List<Problem> warnings = new ArrayList<>(checked.warnings());
        warnings.addAll(households.warnings(person, personId));
        return warnings;
    }

    private Html refused(
            HttpServletRequest request, Household household, Person now, Form sent, ProblemException refused) {
        Problem first = refused.problems().getFirst();
        PersonView view = edited(request, household, now, sent.with(refused.problems()));
        Map<String, String> mine = new HashMap<>(values(now));
        FIELDS.forEach(field -> mine.put(field, sent.value(field)));
        mine.put("birth", HouseholdPages.birth(sent));
        List<Difference> differences = first.code() == HouseholdProblem.CHANGED_MEANWHILE
                ? HouseholdConflict.differences(Form.of(mine), values(now), FIELDS, pages.texts(request))
                : List.of();
        return Html.of("households/entry/person.jte", seen(view, now.version(), differences))
                .status(first.code().kind().status());
    }

    private static PersonView seen(PersonView view, int version, List<Difference> differences) {
        return new PersonView(view.frame().with(version, differences), view.known(), view.relations());
    }

    private Html added(HttpServletRequest request, Household household, Form form, List<Problem> warnings) {
        FormView frame = frames.form(request, household, "households.add-person.title", "/persons", form);
        return Html.of(
                "households/entry/person.jte",
                new PersonView(frame.warned(warnings), null, frame.labels().relations(household.memberCount() == 0)));
    }

    private PersonView edited(HttpServletRequest request, Household household, Person person, Form form) {
        FormView frame = frames.form(
                request, household, "households.edit-person.title", "/persons/" + person.id() + "/edit", form);
        return new PersonView(
                frame.with(person.version(), List.of()),
                person,
                frame.labels().relations(person.relation() == NewPerson.Relation.HEAD));
    }

    /** What was sent, with the other version's values where the officer chose them. */
    private static Form sent(HttpServletRequest request, Person now) {
        Form sent = HouseholdConflict.chosen(Form.sent(request), values(now), FIELDS);
        if (!sent.chosen("choice-birth", "theirs")) {
            return sent;
        }
        Map<String, List<String>> values = new HashMap<>(sent.values());
        birthBoxes(now.birth()).forEach((box, value) -> values.put(box, List.of(value)));
        return new Form(values, sent.problems());
    }

    private static Form form(Person person) {
        Map<String, String> values = values(person);
        values.putAll(birthBoxes(person.birth()));
        return Form.of(values);
    }

    private static Map<String, String> birthBoxes(@Nullable BirthDate birth) {
        Map<String, String> boxes = new HashMap<>(Map.of("birth-day", "", "birth-month", "", "birth-year", ""));
        if (birth == null) {
            return boxes;
        }
        boxes.put("birth-year", String.valueOf(birth.date().getYear()));
        if (birth.precision() != BirthDate.Precision.YEAR) {
            boxes.put("birth-month", String.valueOf(birth.date().getMonthValue()));
        }
        if (birth.precision() == BirthDate.Precision.DAY) {
            boxes.put("birth-day", String.valueOf(birth.date().getDayOfMonth()));
        }
        return boxes;
    }

    private static Map<String, String> values(Person person) {
        Map<String, String> values = new HashMap<>();
        BirthDate birth = person.birth();
        NewPerson.Sex sex = person.sex();
        values.put("fullName", person.fullName());
        values.put("birth", birth == null ? "" : birth.text());
        values.put("sex", sex == null ? "" : sex.code());
        values.put("relation", person.relation().code());
        values.put("residence", person.residence().code());
        return values;
    }

    /** A relation given wins over the one sent: the head stays the head. */
    static PersonDraft draft(Form sent, String relation) {
        return new PersonDraft(
                sent.value("fullName"),
                HouseholdPages.birth(sent),
                sent.value("sex"),
                relation.isEmpty() ? sent.value("relation") : relation,
                sent.value("residence"),
                sent.value("cccd"),
                sent.value("phone"));
    }
}
