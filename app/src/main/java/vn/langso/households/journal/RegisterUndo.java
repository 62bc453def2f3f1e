package vn.langso.households.journal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.households.journal.RegisterUndoStore.Undo;
import vn.langso.shell.Caller;

/** Takes back the last change of a household, for the one who made it. */
@Component
public class RegisterUndo {

    private static final String EDIT = "households.edit";

    /** Offered for so long; a later correction is a change of its own, with its own trace. */
    private static final Duration OFFERED = Duration.ofMinutes(30);

    private static final Duration KEPT = Duration.ofDays(1);

    private final RegisterUndoStore store;
    private final VillageCountStore villages;
    private final Audit audit;
    private final InstantSource clock;

    RegisterUndo(RegisterUndoStore store, VillageCountStore villages, Audit audit, InstantSource clock) {
        this.store = store;
        this.villages = villages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Id of the change that the caller may take back now; empty when there is none. */
    public Optional<UUID> offered(Caller caller, UUID householdId) {
        return store.latest(householdId, caller.accountId(), clock.instant().minus(OFFERED))
                .map(Undo::id);
    }

    /**
     * Puts everything back as it was; needs {@code households.edit} in the village. Returns the household's id, or nothing when any row was
     * changed since, by anybody: then the caller's transaction has to be given up.
     */
    public Optional<UUID> undo(Caller caller, UUID undoId) {
        Undo undo = store.find(undoId)
                .filter(found -> found.accountId().equals(caller.accountId()))
                .orElse(null);
        if (undo == null) {
            return Optional.empty();
        }
        UUID household = undo.householdId();
        store.village(household).ifPresent(village -> caller.require(EDIT, village));
        if (!store.restore(undo.images().rows())) {
            return Optional.empty();
        }
        undo.images()
                .counts()
                .forEach(count -> villages.add(count.villageId(), -count.households(), -count.residents()));
        store.delete(undoId);
        UUID village = store.village(household).orElse(caller.placeId());
        audit.changed(
                caller, new Change("households.undo", village, "household", household, Map.of("undo", undoId), null));
        return Optional.of(household);
    }

    void clear() {
        store.clearBefore(clock.instant().minus(KEPT));
    }
}
