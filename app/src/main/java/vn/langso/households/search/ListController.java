package vn.langso.households.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import vn.langso.households.Household;
import vn.langso.households.Households;
import vn.langso.households.Person;
import vn.langso.households.detail.HouseholdLabels;
import vn.langso.households.detail.HouseholdPages;
import vn.langso.households.search.HouseholdQuery.Filter;
import vn.langso.households.search.HouseholdQuery.Sort;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceKind;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The list of households with its search. */
@Controller
class ListController {

    private static final int ROWS = 50;

    private final HouseholdSearch search;
    private final HouseholdPages frames;
    private final Pages pages;

    ListController(HouseholdSearch search, HouseholdPages frames, Pages pages) {
        this.search = search;
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

    @Needs(Households.READ)
    @GetMapping("/households")
    Html list(HttpServletRequest request, Caller caller) {
        Form asked = Form.sent(request);
        String q = asked.value("q");
        String after = asked.value("after");
        Place where = frames.place(caller, asked.value("place"));
        Filter chosen = Filter.ofCode(asked.value("filter")).orElse(null);
        Sort order = "number".equals(asked.value("sort")) ? Sort.NUMBER : Sort.NAME;
        HouseholdPage found = search.list(caller, new HouseholdQuery(where.id(), q, chosen, order, after, ROWS));
        HouseholdSearch.Counts counts = search.counts(caller, where.id());
        Texts t = pages.texts(request);
        HouseholdLabels labels = new HouseholdLabels(t);
        boolean oneVillage = where.kind() == PlaceKind.VILLAGE;
        String query = query(where.code(), q, chosen == null ? "" : chosen.code(), order);
        return Html.of(
                "households/search/list.jte",
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
