package vn.langso.households.detail;

import java.util.ArrayList;
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

import vn.langso.households.Household;
import vn.langso.households.Households;
import vn.langso.households.Person;
import vn.langso.households.RegisterAttribute.Subject;
import vn.langso.households.detail.HouseholdLabels.Event;
import vn.langso.households.detail.HouseholdLabels.Fact;
import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The page of one household. */
@Controller
class DetailController {

    private static final int HISTORY = 30;

    private final Households households;
    private final HouseholdPages frames;
    private final Pages pages;

    DetailController(Households households, HouseholdPages frames, Pages pages) {
        this.households = households;
        this.frames = frames;
        this.pages = pages;
    }

    /** One person on the page of the household. */
    record Member(
            UUID id,
            String name,
            String relation,
            String birth,
            String sex,
            String residence,
            String cccd,
            String phone,
            boolean opened,
            List<Fact> facts,
            boolean head) {}

    record DetailView(
            Page page,
            Map<String, String> crumbs,
            String heading,
            Household household,
            String village,
            String ended,
            List<Fact> facts,
            List<Member> members,
            List<Event> history,
            boolean mayEdit,
            boolean mayOpenNumbers,
            boolean mayOpenAccounts,
            @Nullable UUID undo) {}

    @Needs(Households.READ)
    @GetMapping("/households/{id}")
    Html show(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        return detail(request, caller, id, null);
    }

    /** Shows one person's whole numbers, by an explicit wish that is kept as a look. */
    @Needs(Households.READ_SENSITIVE)
    @PostMapping("/households/{id}/persons/{personId}/numbers")
    Html numbers(HttpServletRequest request, Caller caller, @PathVariable UUID id, @PathVariable UUID personId) {
        return detail(request, caller, id, frames.person(caller, id, personId).id());
    }

    @Needs(Households.EDIT)
    @PostMapping("/households/{id}/undo/{undoId}")
    View undo(HttpServletResponse response, Caller caller, @PathVariable UUID id, @PathVariable UUID undoId) {
        households.undo(caller, undoId);
        pages.note(response, "households.note.undone");
        return HouseholdPages.to(households.find(caller, id).isPresent() ? "/households/" + id : "/households");
    }

    private Html detail(HttpServletRequest request, Caller caller, UUID id, @Nullable UUID opened) {
        Household household = frames.household(caller, id);
        Texts t = pages.texts(request);
        HouseholdLabels labels = new HouseholdLabels(t);
        String heading = frames.name(request, household);
        Map<String, String> crumbs = frames.crumbs(request, household);
        crumbs.remove("/households/" + id);
        boolean current = household.registeredTo() == null;
        List<Member> members = new ArrayList<>();
        for (Person person : households.members(caller, id)) {
            members.add(member(caller, labels, household, person, person.id().equals(opened)));
        }
        return Html.of(
                "households/detail/show.jte",
                new DetailView(
                        pages.page(request, HouseholdPages.NAV, "households.show.page-title", heading),
                        crumbs,
                        heading,
                        household,
                        frames.village(household.villageId()).fullName(),
                        ended(t, household),
                        labels.facts(Subject.HOUSEHOLD, household.attributes()),
                        members,
                        labels.history(households.history(caller, id, HISTORY)),
                        current && caller.may(Households.EDIT, household.villageId()),
                        caller.may(Households.READ_SENSITIVE, household.villageId()),
                        current && caller.may("accounts.open", household.villageId()),
                        households.undoOffered(caller, id).orElse(null)));
    }

    private Member member(Caller caller, HouseholdLabels labels, Household household, Person person, boolean opened) {
        String cccd = person.cccdMask();
        String phone = person.phoneMask();
        if (opened) {
            Households.Numbers numbers = households.numbers(caller, person.id());
            cccd = numbers.cccd();
            phone = numbers.phone();
        }
        return new Member(
                person.id(),
                person.fullName(),
                labels.relation(person.relation()),
                labels.birth(person.birth(), frames.today()),
                labels.sex(person.sex()),
                labels.residence(person.residence()),
                cccd == null ? "" : cccd,
                phone == null ? "" : phone,
                opened,
                labels.facts(Subject.PERSON, person.attributes()),
                person.id().equals(household.headId()));
    }

    private static String ended(Texts t, Household household) {
        return household.registeredTo() == null
                ? ""
                : t.say(
                        "households.show.ended",
                        t.date(household.registeredTo()),
                        t.say("households.reason." + household.endReason()));
    }
}
