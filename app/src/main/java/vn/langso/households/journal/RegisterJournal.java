package vn.langso.households.journal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.households.journal.RegisterUndoStore.Count;
import vn.langso.households.journal.RegisterUndoStore.Image;
import vn.langso.households.journal.RegisterUndoStore.Images;
import vn.langso.households.journal.RegisterUndoStore.Undo;
import vn.langso.kernel.Ids;
import vn.langso.shell.Caller;

/** Accompanies a change: keeps what is needed to take it back, keeps the counters, and writes the audit row at its end. */
@Component
public class RegisterJournal {

    private final RegisterUndoStore undos;
    private final VillageCountStore villages;
    private final Audit audit;
    private final InstantSource clock;

    RegisterJournal(RegisterUndoStore undos, VillageCountStore villages, Audit audit, InstantSource clock) {
        this.undos = undos;
        this.villages = villages;
        this.audit = audit;
        this.clock = clock;
    }

    /** What kind of row a change is about. */
    public enum Table {
        HOUSEHOLD,
        PERSON,
        HOUSEHOLD_STAY,
        PERSON_STAY,
        ATTRIBUTE
    }

    public Entry open(Caller caller) {
        return new Entry(caller);
    }

    /** One change in the making; every row is named before it is written, each at most once. */
    public final class Entry {

        private final Caller caller;
        private final List<Image> rows = new ArrayList<>();
        private final List<Count> counts = new ArrayList<>();

        private Entry(Caller caller) {
            this.caller = caller;
        }

        /** The row as it is before the change, with its version. */
        public void changes(Table table, UUID id, int version) {
            rows.add(new Image(table, id, undos.image(table, id), version + 1, null, null));
        }

        public void makes(Table table, UUID id) {
            rows.add(new Image(table, id, null, 1, null, null));
        }

        public void keepsStay(Table table, UUID id, LocalDate from) {
            rows.add(new Image(table, id, null, 0, null, from));
        }

        public void keepsAttribute(UUID subjectId, String code, LocalDate from) {
            rows.add(new Image(Table.ATTRIBUTE, subjectId, null, 0, code, from));
        }

        public void counts(UUID villageId, int moreHouseholds, int moreResidents) {
            villages.add(villageId, moreHouseholds, moreResidents);
            counted(villageId, moreHouseholds, moreResidents);
        }

        /** For changes that wrote the counters themselves. */
        public void counted(UUID villageId, int moreHouseholds, int moreResidents) {
            counts.add(new Count(villageId, moreHouseholds, moreResidents));
        }

        /** Ends the change: the audit's subject is always the household, so that its history is in one place. */
        public void close(
                String action, UUID villageId, UUID householdId, @Nullable Object before, @Nullable Object after) {
            undos.insert(
                    new Undo(Ids.next(), householdId, caller.accountId(), new Images(rows, counts)), clock.instant());
            audit.changed(caller, new Change(action, villageId, "household", householdId, before, after));
        }
    }
}
