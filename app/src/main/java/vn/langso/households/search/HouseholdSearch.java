package vn.langso.households.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.households.Household;
import vn.langso.households.Person;
import vn.langso.households.search.HouseholdListStore.Placed;
import vn.langso.households.search.HouseholdPage.Row;
import vn.langso.households.search.RegisterScope.Shown;
import vn.langso.households.search.SearchStore.Asked;
import vn.langso.households.search.SearchStore.Hit;
import vn.langso.shell.Caller;

/** Pages of the list and of the search. Needs {@code households.read}; every page keeps whom it showed. */
@Service
public class HouseholdSearch {

    private final RegisterScope scope;
    private final HouseholdListStore store;
    private final SearchStore search;
    private final Audit audit;

    HouseholdSearch(RegisterScope scope, HouseholdListStore store, SearchStore search, Audit audit) {
        this.scope = scope;
        this.store = store;
        this.search = search;
        this.audit = audit;
    }

    /** How many there are, from the counters that the writes keep. */
    public record Counts(long households, long residents) {}

    /** A page of households at a place; the look is kept. Refuses a place that the caller does not cover. */
    @Transactional
    public HouseholdPage list(Caller caller, HouseholdQuery query) {
        HouseholdPage page = page(scope.of(caller, query.placeId()), query);
        List<UUID> people = new ArrayList<>();
        page.items().forEach(row -> {
            UUID headId = row.household().headId();
            Person found = row.found();
            if (found != null) {
                people.add(found.id());
            } else if (headId != null) {
                people.add(headId);
            }
        });
        audit.looked(caller, "households.list", query.placeId(), people);
        return page;
    }

    /** How many households and residents the caller covers at the place. */
    @Transactional(readOnly = true)
    public Counts counts(Caller caller, UUID placeId) {
        return store.counts(scope.of(caller, placeId));
    }

    private HouseholdPage page(Shown shown, HouseholdQuery query) {
        store.planEach();
        SearchText text = SearchText.of(query.text());
        ListPosition after = ListPosition.parse(query.after());
        return text.isEmpty()
                ? list(shown, query, after)
                : found(new Asked(text, shown, query.filter()), after, query.limit());
    }

    private HouseholdPage list(Shown shown, HouseholdQuery query, ListPosition after) {
        List<Placed> placed = store.list(shown, query.sort(), query.filter(), after, query.limit() + 1);
        boolean more = placed.size() > query.limit();
        List<Placed> page = more ? placed.subList(0, query.limit()) : placed;
        String next = null;
        if (more) {
            Placed last = page.getLast();
            next = new ListPosition(0, last.key(), last.household().id()).text();
        }
        return new HouseholdPage(
                page.stream()
                        .map(Placed::household)
                        .filter(household -> shown.villages().contains(household.villageId()))
                        .map(household -> new Row(household, null))
                        .toList(),
                next);
    }

    /** Runs the phases one after the other until the page has one row more than it shows. */
    private HouseholdPage found(Asked asked, ListPosition after, int limit) {
        List<SearchPhase> plan = SearchPhase.plan(asked.text(), asked.shown().few());
        List<Placement> placements = new ArrayList<>();
        ListPosition from = after;
        for (int step = Math.clamp(after.phase(), 0, plan.size()); step < plan.size(); step++) {
            SearchPhase phase = plan.get(step);
            int missing = limit + 1 - placements.size();
            for (Hit hit : search.find(phase, asked, from, missing)) {
                placements.add(new Placement(phase, step, hit));
            }
            if (placements.size() > limit) {
                break;
            }
            from = ListPosition.startOf(step + 1);
        }
        String next = null;
        if (placements.size() > limit) {
            Placement last = placements.get(limit - 1);
            next = new ListPosition(last.step(), last.hit().key(), last.hit().id()).text();
            placements = placements.subList(0, limit);
        }
        return new HouseholdPage(rows(asked.shown(), placements), next);
    }

    private record Placement(SearchPhase phase, int step, Hit hit) {

        boolean isPerson() {
            return phase != SearchPhase.NUMBER && phase != SearchPhase.ADDRESS;
        }
    }

    private List<Row> rows(Shown shown, List<Placement> placements) {
        List<UUID> personIds = placements.stream()
                .filter(Placement::isPerson)
                .map(placement -> placement.hit().id())
                .toList();
        Map<UUID, Person> persons = personIds.isEmpty() ? Map.of() : store.persons(personIds);
        List<UUID> householdIds = placements.stream()
                .map(placement -> householdOf(placement, persons))
                .toList();
        Map<UUID, Household> households = householdIds.isEmpty() ? Map.of() : store.households(householdIds);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < placements.size(); i++) {
            Placement placement = placements.get(i);
            Household household = households.get(householdIds.get(i));
            if (household != null && shown.villages().contains(placement.hit().villageId())) {
                rows.add(new Row(household, personOf(placement, persons)));
            }
        }
        return rows;
    }

    private static UUID householdOf(Placement placement, Map<UUID, Person> persons) {
        Person person = personOf(placement, persons);
        return person == null ? placement.hit().id() : person.householdId();
    }

    private static @Nullable Person personOf(Placement placement, Map<UUID, Person> persons) {
        return placement.isPerson() ? persons.get(placement.hit().id()) : null;
    }
}
