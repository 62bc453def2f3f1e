package vn.langso.households;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.households.NewPerson.Relation;
import vn.langso.households.RegisterLoad.Loaded;
import vn.langso.households.journal.RegisterJournal;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.places.PlaceKind;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/** Enters new households, one or thousands. */
@Component
class Registration {

    private final RegisterLoad load;
    private final HouseholdStore store;
    private final RegisterJournal journal;
    private final Places places;
    private final Audit audit;

    Registration(RegisterLoad load, HouseholdStore store, RegisterJournal journal, Places places, Audit audit) {
        this.load = load;
        this.store = store;
        this.journal = journal;
        this.places = places;
        this.audit = audit;
    }

    UUID register(Caller caller, NewHousehold household) {
        check(caller, List.of(household));
        Loaded loaded = Loaded.of(household);
        RegisterJournal.Entry entry = journal.open(caller);
        entry.makes(RegisterJournal.Table.HOUSEHOLD, loaded.id());
        loaded.memberIds().forEach(id -> entry.makes(RegisterJournal.Table.PERSON, id));
        load.load(List.of(loaded), null);
        entry.counted(household.villageId(), 1, loaded.memberIds().size());
        Household registered = store.find(loaded.id()).orElseThrow();
        entry.close(
                "households.register", registered.villageId(), registered.id(), null, RegisterStates.of(registered));
        return loaded.id();
    }

    List<UUID> registerAll(Caller caller, List<NewHousehold> households, @Nullable UUID batchId) {
        if (households.isEmpty()) {
            return List.of();
        }
        check(caller, households);
        List<Loaded> loaded = households.stream().map(Loaded::of).toList();
        load.load(loaded, batchId);
        UUID subject = batchId == null ? Ids.next() : batchId;
        Map<UUID, Long> residents = new HashMap<>();
        households.forEach(household -> residents.merge(
                household.villageId(), (long) household.members().size(), Long::sum));
        households.stream()
                .collect(Collectors.groupingBy(NewHousehold::villageId, Collectors.counting()))
                .forEach((village, count) -> audit.changed(
                        caller,
                        new Change(
                                "households.register-all",
                                village,
                                "household-batch",
                                subject,
                                null,
                                Map.of("households", count, "residents", residents.getOrDefault(village, 0L)))));
        return loaded.stream().map(Loaded::id).toList();
    }

    private void check(Caller caller, List<NewHousehold> households) {
        Set<UUID> villages = households.stream().map(NewHousehold::villageId).collect(Collectors.toSet());
        PlaceTree tree = places.tree();
        for (UUID village : villages) {
            caller.require(Households.EDIT, village);
            if (tree.find(village)
                    .filter(place -> place.kind() == PlaceKind.VILLAGE)
                    .isEmpty()) {
                throw Problem.at("village", HouseholdProblem.NO_VILLAGE).asException();
            }
        }
        for (NewHousehold household : households) {
            if (household.members().stream()
                            .filter(member -> member.relation() == Relation.HEAD)
                            .count()
                    > 1) {
                throw Problem.at("members", HouseholdProblem.HEAD_COUNT, household.number())
                        .asException();
            }
        }
        List<String> taken = load.takenNumbers(households);
        if (!taken.isEmpty()) {
            taken.sort(Comparator.naturalOrder());
            throw Problem.at("number", HouseholdProblem.NUMBER_TAKEN, taken.getFirst())
                    .asException();
        }
    }
}
