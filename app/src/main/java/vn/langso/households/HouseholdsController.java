package vn.langso.households;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

import vn.langso.households.HouseholdLabels.Event;
import vn.langso.households.HouseholdLabels.Fact;
import vn.langso.households.HouseholdQuery.Filter;
import vn.langso.households.HouseholdQuery.Sort;
import vn.langso.households.RegisterAttribute.Subject;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceKind;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The list of households with its search, and the page of one household. */
@Controller
class HouseholdsController {

    private static final int ROWS = 50;
    private static final int HISTORY = 30;

    private final Households households;
    private final HouseholdPages frames;
    private final Pages pages;

    HouseholdsController(Households households, HouseholdPages frames, Pages pages) {
        this.households = households;
        this.frames = frames;
        this.pages = pages;
    }

    /** One line of the list. */
    record Line(
            String href,
            String name,
            String number,
            String found,
            String village,
            String address,
            int members,
            List<String> notes) {}

    /** The list; counters are those kept by the writes. */
    record ListView(
            Page page,
            Place place,
            String text,
            String filter,
            String sort,
            Map<String, String> filters,
            Map<String, String> sorts,
            List<Line> lines,
            long householdsInAll,
            long residentsInAll,
            @Nullable String first,
            @Nullable String next,
            boolean oneVillage,
            boolean mayEdit,
            String query) {}

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
    @GetMapping("/households")
    Html list(HttpServletRequest request, Caller caller) {
        Form asked = Form.sent(request);
        String q = asked.value("q");
        String after = asked.value("after");
        Place where = frames.place(caller, asked.value("place"));
        Filter chosen = Filter.ofCode(asked.value("filter")).orElse(null);
        Sort order = "number".equals(asked.value("sort")) ? Sort.NUMBER : Sort.NAME;
        HouseholdPage found = households.list(caller, new HouseholdQuery(where.id(), q, chosen, order, after, ROWS));
        HouseholdListStore.Counts counts = households.counts(caller, where.id());
        Texts t = pages.texts(request);
        HouseholdLabels labels = new HouseholdLabels(t);
        boolean oneVillage = where.kind() == PlaceKind.VILLAGE;
        String query = query(where.code(), q, chosen == null ? "" : chosen.code(), order);
        return Html.of(
                "households/list.jte",
                new ListView(
                        pages.page(request, HouseholdPages.NAV, "households.list.page-title", where.fullName()),
                        where,
                        q.length() > 200 ? q.substring(0, 200) : q,
                        chosen == null ? "" : chosen.code(),
                        order == Sort.NUMBER ? "number" : "name",
                        filters(t),
                        sorts(t),
                        found.items().stream()
                                .map(row -> line(labels, row, oneVillage))
                                .toList(),
                        counts.households(),
                        counts.residents(),
                        after.isEmpty() ? null : "/households?" + query,
                        found.after() == null ? null : "/households?" + query + "&after=" + found.after(),
                        oneVillage,
                        caller.may(Households.EDIT),
                        query));
    }

    @Needs(Households.READ)
    @GetMapping("/households/{id}")
    Html show(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        return detail(request, caller, id, null);
    }

    /** Shows one person's whole numbers, by an explicit wish that is kept as a look. */
    @Needs(RegisterReads.READ_SENSITIVE)
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
                "households/show.jte",
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
                        caller.may(RegisterReads.READ_SENSITIVE, household.villageId()),
                        current && caller.may("accounts.open", household.villageId()),
                        households.undoOffered(caller, id).orElse(null)));
    }

    private Member member(Caller caller, HouseholdLabels labels, Household household, Person person, boolean opened) {
        String cccd = person.cccdMask();
        String phone = person.phoneMask();
        if (opened) {
            RegisterReads.Numbers numbers = households.numbers(caller, person.id());
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

    private Line line(HouseholdLabels labels, HouseholdPage.Row row, boolean oneVillage) {
        Household household = row.household();
        Person found = row.found();
        String door = household.address().isEmpty() || household.lane().isEmpty()
                ? household.address() + household.lane()
                : household.address() + ", " + household.lane();
        return new Line(
                "/households/" + household.id(),
                household.headName().isEmpty() ? household.number() : household.headName(),
                household.number(),
                found == null || found.id().equals(household.headId()) ? "" : found(labels, found),
                oneVillage ? "" : frames.village(household.villageId()).fullName(),
                door,
                household.memberCount(),
                notes(labels.t(), household));
    }

    /** What an officer should notice: the filters of the list that the household falls under. */
    private static List<String> notes(Texts t, Household household) {
        return Arrays.stream(Filter.values())
                .filter(filter -> filter.holds(household))
                .map(filter -> t.say("households.filter." + filter.code()))
                .toList();
    }

    private String found(HouseholdLabels labels, Person person) {
        return labels.t()
                .say(
                        "households.list.found",
                        person.fullName(),
                        labels.birth(person.birth(), frames.today()),
                        person.cccdMask() == null ? "" : person.cccdMask());
    }

    private static String ended(Texts t, Household household) {
        return household.registeredTo() == null
                ? ""
                : t.say(
                        "households.show.ended",
                        t.date(household.registeredTo()),
                        t.say("households.reason." + household.endReason()));
    }

    private static Map<String, String> filters(Texts t) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Filter filter : Filter.values()) {
            choices.put(filter.code(), t.say("households.filter." + filter.code()));
        }
        return choices;
    }

    private static Map<String, String> sorts(Texts t) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("name", t.say("households.sort.name"));
        choices.put("number", t.say("households.sort.number"));
        return choices;
    }

    private static String query(String place, String text, String filter, Sort sort) {
        StringBuilder query = new StringBuilder("place=").append(URLEncoder.encode(place, StandardCharsets.UTF_8));
        if (!text.isBlank()) {
            query.append("&q=").append(URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        if (!filter.isEmpty()) {
            query.append("&filter=").append(filter);
        }
        return sort == Sort.NUMBER ? query.append("&sort=number").toString() : query.toString();
    }
}
