package vn.langso.households.detail;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import vn.langso.households.Household;
import vn.langso.households.HouseholdProblem;
import vn.langso.households.Households;
import vn.langso.households.Person;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceKind;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** What the pages of the register have in common. */
@Component
public class HouseholdPages {

    public static final String NAV = "households.nav";

    private final Households households;
    private final Places places;
    private final Pages pages;
    private final InstantSource clock;

    HouseholdPages(Households households, Places places, Pages pages, InstantSource clock) {
        this.households = households;
        this.places = places;
        this.pages = pages;
        this.clock = clock;
    }

    /** One field where two versions of a record differ. */
    public record Difference(String field, String label, String theirs, String mine) {}

    /**
     * A form page: one thing to do.
     *
     * @param action where it is sent
     * @param back the page before
     * @param version of the record that the reader saw; 0 where none is needed
     * @param differences fields that somebody else changed meanwhile; empty when nobody did
     */
    public record FormView(
            Page page,
            Map<String, String> crumbs,
            String heading,
            String action,
            String back,
            Form form,
            HouseholdLabels labels,
            int version,
            List<Difference> differences,
            List<Problem> warnings) {

        public FormView with(int newVersion, List<Difference> found) {
            return new FormView(page, crumbs, heading, action, back, form, labels, newVersion, found, warnings);
        }

        public FormView warned(List<Problem> found) {
            return new FormView(page, crumbs, heading, action, back, form, labels, version, differences, found);
        }
    }

    /** A form about a household; the title is the text {@code titleKey} with its name. */
    public FormView form(HttpServletRequest request, Household household, String titleKey, String action, Form form) {
        Page page = pages.page(request, NAV, titleKey, nameInside(request, household));
        return new FormView(
                form.isRefused() ? page.failed() : page,
                crumbs(request, household),
                page.title(),
                "/households/" + household.id() + action,
                "/households/" + household.id(),
                form,
                new HouseholdLabels(page.t()),
                household.version(),
                List.of(),
                List.of());
    }

    public Household household(Caller caller, UUID id) {
        return households
                .find(caller, id)
                .orElseThrow(() -> Problem.of(HouseholdProblem.NO_HOUSEHOLD).asException());
    }

    /** The household, if the caller may change it. */
    public Household editable(Caller caller, UUID id) {
        Household household = household(caller, id);
        caller.require(Households.EDIT, household.villageId());
        return household;
    }

    public Person person(Caller caller, UUID householdId, UUID personId) {
        return households
                .findPerson(caller, personId)
                .filter(person -> person.householdId().equals(householdId))
                .orElseThrow(() -> Problem.of(HouseholdProblem.NO_PERSON).asException());
    }

    /** "hộ Hà Thị Én", within a sentence or title. */
    private String nameInside(HttpServletRequest request, Household household) {
        String name = household.headName().isEmpty() ? household.number() : household.headName();
        return pages.texts(request).say("households.name-inside", name);
    }

    /** "Hộ Hà Thị Én", or its number when nobody lives in it. */
    public String name(HttpServletRequest request, Household household) {
        String name = household.headName().isEmpty() ? household.number() : household.headName();
        return pages.texts(request).say("households.name", name);
    }

    public Map<String, String> crumbs(HttpServletRequest request, Household household) {
        Map<String, String> links = new LinkedHashMap<>();
        Place village = places.tree().get(household.villageId());
        links.put("/households?place=" + village.code(), village.fullName());
        links.put("/households/" + household.id(), name(request, household));
        return links;
    }

    public Place village(UUID villageId) {
        return places.tree().get(villageId);
    }

    /** The place of a code, today's bearer; the caller's own place for an empty one. */
    public Place place(Caller caller, String code) {
        PlaceTree tree = places.tree();
        UUID own = caller.placeId();
        if (code.isBlank()) {
            return own == null ? tree.byCode("38", null).orElseThrow() : tree.get(own);
        }
        return tree.byCode(code, null)
                .orElseThrow(
                        () -> Problem.at("place", HouseholdProblem.NO_VILLAGE).asException());
    }

    public Optional<Place> findVillage(String code) {
        return places.tree().byCode(code, null).filter(place -> place.kind() == PlaceKind.VILLAGE);
    }

    public Place villageOf(String code) {
        return findVillage(code)
                .orElseThrow(
                        () -> Problem.at("village", HouseholdProblem.NO_VILLAGE).asException());
    }

    /** Villages of the caller's own place, for choosing one; empty when they are more than a list can hold. */
    public Map<String, String> villages(Caller caller) {
        Map<String, String> choices = new LinkedHashMap<>();
        UUID own = caller.placeId();
        PlaceTree tree = places.tree();
        if (own == null) {
            return choices;
        }
        tree.villagesUnder(own, today()).stream()
                .limit(200)
                .map(tree::get)
                .sorted(Comparator.comparing(Place::code))
                .forEach(village -> choices.put(village.code(), village.fullName() + " (" + village.code() + ")"));
        return choices;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Texts.ZONE);
    }

    /** Does what a form asks and goes to the address that comes back; a refusal shows the form again, with its problems. */
    public static View answer(Form sent, Supplier<String> change, Function<Form, Html> again) {
        try {
            return to(change.get());
        } catch (ProblemException refused) {
            return again.apply(sent.with(refused.problems()))
                    .status(refused.problems().getFirst().code().kind().status());
        }
    }

    public static RedirectView to(String address) {
        RedirectView view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }

    /** The number in a field; null when there is none. */
    public static @Nullable Integer number(Form sent, String field) {
        try {
            return Integer.valueOf(sent.value(field));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    public static int version(Form sent) {
        Integer version = number(sent, "version");
        if (version == null) {
            throw Problem.of(HouseholdProblem.VERSION_NEEDED).asException();
        }
        return version;
    }

    /** The three boxes as one text: "1985" when only the year is filled in. */
    public static String birth(Form sent) {
        StringBuilder text = new StringBuilder();
        for (String box : List.of("birth-day", "birth-month", "birth-year")) {
            String part = sent.value(box);
            if (!part.isEmpty() || !text.isEmpty()) {
                text.append(text.isEmpty() ? "" : "/").append(part);
            }
        }
        return text.toString();
    }

    /** The day in three boxes; null and one problem more for what is no day. */
    public static @Nullable LocalDate day(Form sent, String field, List<Problem> problems) {
        LocalDate day = sent.date(field);
        if (day == null) {
            problems.add(Problem.at(field, HouseholdProblem.DATE_UNREAL));
        }
        return day;
    }

    /** The day in three boxes; refuses what is no day. */
    public static LocalDate day(Form sent, String field) {
        LocalDate day = sent.date(field);
        if (day == null) {
            throw Problem.at(field, HouseholdProblem.DATE_UNREAL).asException();
        }
        return day;
    }
}
