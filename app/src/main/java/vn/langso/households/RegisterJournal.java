package vn.langso.households;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.households.RegisterUndoStore.Count;
import vn.langso.households.RegisterUndoStore.Image;
import vn.langso.households.RegisterUndoStore.Images;
import vn.langso.households.RegisterUndoStore.Table;
import vn.langso.households.RegisterUndoStore.Undo;
import vn.langso.kernel.Ids;
import vn.langso.shell.Caller;

/** Accompanies a change: keeps what is needed to take it back, keeps the counters, and writes the audit row at its end. */
@Component
class RegisterJournal {

    private final RegisterUndoStore undos;
    private final HouseholdStore households;
    private final Audit audit;
    private final InstantSource clock;

    RegisterJournal(RegisterUndoStore undos, HouseholdStore households, Audit audit, InstantSource clock) {
        this.undos = undos;
        this.households = households;
        this.audit = audit;
        this.clock = clock;
    }

    Entry open(Caller caller) {
        return new Entry(caller);
    }

    /** One change in the making; every row is named before it is written, each at most once. */
    final class Entry {

        private final Caller caller;
        private final List<Image> rows = new ArrayList<>();
        private final List<Count> counts = new ArrayList<>();

        private Entry(Caller caller) {
            this.caller = caller;
        }

        void changes(Household household) {
            rows.add(new Image(
                    Table.HOUSEHOLD,
                    household.id(),
                    undos.image(Table.HOUSEHOLD, household.id()),
                    household.version() + 1,
                    null,
                    null));
        }

        void changes(Person person) {
            rows.add(new Image(
                    Table.PERSON,
                    person.id(),
                    undos.image(Table.PERSON, person.id()),
                    person.version() + 1,
                    null,
                    null));
        }

        void makes(Table table, UUID id) {
            rows.add(new Image(table, id, null, 1, null, null));
        }

        void keepsStay(Table table, UUID id, LocalDate from) {
            rows.add(new Image(table, id, null, 0, null, from));
        }

        void keepsAttribute(UUID subjectId, RegisterAttribute attribute, LocalDate from) {
            rows.add(new Image(Table.ATTRIBUTE, subjectId, null, 0, attribute.code(), from));
        }

        void counts(UUID villageId, int moreHouseholds, int moreResidents) {
            households.count(villageId, moreHouseholds, moreResidents);
            counted(villageId, moreHouseholds, moreResidents);
        }

        /** For changes that wrote the counters themselves. */
        void counted(UUID villageId, int moreHouseholds, int moreResidents) {
            counts.add(new Count(villageId, moreHouseholds, moreResidents));
        }

        /** Ends the change: the audit's subject is always the household, so that its history is in one place. */
        void close(String action, Household household, @Nullable Object before, @Nullable Object after) {
            undos.insert(
                    new Undo(Ids.next(), household.id(), caller.accountId(), new Images(rows, counts)),
                    clock.instant());
            audit.changed(
                    caller, new Change(action, household.villageId(), "household", household.id(), before, after));
        }
    }
}
