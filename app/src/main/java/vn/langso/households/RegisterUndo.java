package vn.langso.households;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.households.RegisterUndoStore.Undo;
import vn.langso.kernel.Problem;
import vn.langso.shell.Caller;

/** Takes back the last change of a household, for the one who made it. */
@Component
class RegisterUndo {

    /** Offered for so long; a later correction is a change of its own, with its own trace. */
    private static final Duration OFFERED = Duration.ofMinutes(30);

    private static final Duration KEPT = Duration.ofDays(1);

    private final RegisterUndoStore store;
    private final HouseholdStore households;
    private final Audit audit;
    private final InstantSource clock;

    RegisterUndo(RegisterUndoStore store, HouseholdStore households, Audit audit, InstantSource clock) {
        this.store = store;
        this.households = households;
        this.audit = audit;
        this.clock = clock;
    }

    /** Id of the change that the caller may take back now; empty when there is none. */
    Optional<UUID> offered(Caller caller, UUID householdId) {
        return store.latest(householdId, caller.accountId(), clock.instant().minus(OFFERED))
                .map(Undo::id);
    }

    /** Puts everything back as it was. Refuses when any row was changed since, by anybody. */
    UUID undo(Caller caller, UUID undoId) {
        Undo undo = store.find(undoId)
                .filter(found -> found.accountId().equals(caller.accountId()))
                .orElseThrow(() -> Problem.of(HouseholdProblem.NOT_UNDOABLE).asException());
        households
                .find(undo.householdId())
                .ifPresent(household -> caller.require(Households.EDIT, household.villageId()));
        if (!store.restore(undo.images().rows())) {
            throw Problem.of(HouseholdProblem.NOT_UNDOABLE).asException();
        }
        undo.images()
                .counts()
                .forEach(count -> households.count(count.villageId(), -count.households(), -count.residents()));
        store.delete(undoId);
        UUID placeId =
                households.find(undo.householdId()).map(Household::villageId).orElse(caller.placeId());
        audit.changed(
                caller,
                new Change("households.undo", placeId, "household", undo.householdId(), Map.of("undo", undoId), null));
        return undo.householdId();
    }

    void clear() {
        store.clearBefore(clock.instant().minus(KEPT));
    }
}
