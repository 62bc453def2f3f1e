package vn.langso.households;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.AuditEntry;
import vn.langso.households.NewPerson.Relation;
import vn.langso.households.journal.RegisterUndo;
import vn.langso.kernel.Problem;
import vn.langso.shell.Caller;

/** The register of households and residents. Changes need {@code households.edit} for the village, looks {@code households.read}. */
@Service
public class Households {

    public static final String READ = "households.read";
    public static final String READ_SENSITIVE = "households.read-sensitive";
    public static final String EDIT = "households.edit";

    private final Registration registration;
    private final HouseholdChanges changes;
    private final PersonChanges personChanges;
    private final RegisterUndo undos;
    private final RegisterReads reads;

    Households(
            Registration registration,
            HouseholdChanges changes,
            PersonChanges personChanges,
            RegisterUndo undos,
            RegisterReads reads) {
        this.registration = registration;
        this.changes = changes;
        this.personChanges = personChanges;
        this.undos = undos;
        this.reads = reads;
    }

    /** The household; empty when there is none. Refuses when its village is not covered. */
    @Transactional(readOnly = true)
    public Optional<Household> find(Caller caller, UUID id) {
        return reads.find(caller, id);
    }

    /** The people who are registered in the household now, the head first; the look is kept. */
    @Transactional
    public List<Person> members(Caller caller, UUID householdId) {
        return reads.members(caller, householdId);
    }

    /** The person; empty when there is none. Refuses when the village is not covered. */
    @Transactional(readOnly = true)
    public Optional<Person> findPerson(Caller caller, UUID personId) {
        return reads.findPerson(caller, personId);
    }

    /** The whole numbers of a person; null where none is known. The phone as people write it. */
    public record Numbers(@Nullable String cccd, @Nullable String phone) {}

    /**
     * The numbers of a person that a form leaves out when it does not show them: they stay as they are.
     *
     * @param cccd true if the CCCD stays
     * @param phone true if the phone number stays
     */
    public record Kept(boolean cccd, boolean phone) {}

    /** Registers one household with its members. Refusals: number taken in the village, two heads, no such village. */
    @Transactional
    public UUID register(Caller caller, NewHousehold household) {
        return registration.register(caller, household);
    }

    /**
     * Registers many households, all or none, in the running transaction; meant for some thousands per call, in as many calls as there are.
     * The audit keeps one row per village. Refusals as {@link #register}.
     *
     * @param batchId marks the rows, so that an import can find and take back its own
     * @return ids in the order of the list
     */
    @Transactional
    public List<UUID> registerAll(Caller caller, List<NewHousehold> households, @Nullable UUID batchId) {
        return registration.registerAll(caller, households, batchId);
    }

    /** Refusals: changed since {@code version}, number taken, ended. */
    @Transactional
    public void edit(Caller caller, UUID id, HouseholdDraft clean, int version) {
        changes.edit(caller, id, clean, version);
    }

    /** Adds a person from a day on. The first one in a household becomes its head. Returns the person's id. */
    @Transactional
    public UUID addPerson(Caller caller, UUID householdId, NewPerson person, LocalDate from) {
        return personChanges.add(caller, householdId, person, from);
    }

    /**
     * Sets what is known about a household from a day on; what was known before becomes history. Refusals: changed since {@code version}
     * (null takes whatever it is), value not allowed, a day before the present value's or in the future.
     */
    @Transactional
    public void setAttribute(
            Caller caller,
            UUID householdId,
            RegisterAttribute attribute,
            AttributeValue known,
            @Nullable Integer version) {
        changes.setAttribute(caller, householdId, attribute, known, version);
    }

    /** Takes away what is known about a household: it is unknown then, which no indicator counts. */
    @Transactional
    public void deleteAttribute(
            Caller caller, UUID householdId, RegisterAttribute attribute, @Nullable Integer version) {
        changes.deleteAttribute(caller, householdId, attribute, version);
    }

    /** As {@link #setAttribute} for a person. */
    @Transactional
    public void setPersonAttribute(Caller caller, UUID personId, RegisterAttribute attribute, AttributeValue known) {
        personChanges.setAttribute(caller, personId, attribute, known);
    }

    @Transactional
    public void deletePersonAttribute(Caller caller, UUID personId, RegisterAttribute attribute) {
        personChanges.deleteAttribute(caller, personId, attribute);
    }

    @Transactional
    public void editPerson(Caller caller, UUID personId, NewPerson person, Kept kept, int version) {
        personChanges.edit(caller, personId, person, kept, version);
    }

    @Transactional
    public void movePerson(Caller caller, UUID personId, UUID targetId, Relation relation, LocalDate on) {
        personChanges.move(caller, personId, targetId, relation, on);
    }

    @Transactional
    public void endPerson(Caller caller, UUID personId, LocalDate on, String reason) {
        personChanges.end(caller, personId, on, reason);
    }

    @Transactional
    public void changeHead(Caller caller, UUID householdId, UUID personId) {
        personChanges.changeHead(caller, householdId, personId);
    }

    @Transactional
    public void move(Caller caller, UUID id, UUID villageId, String number, LocalDate on) {
        changes.move(caller, id, villageId, number, on);
    }

    @Transactional
    public void end(Caller caller, UUID id, LocalDate on, String reason) {
        changes.end(caller, id, on, reason);
    }

    /** The household of that number in the village; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Household> byNumber(Caller caller, UUID villageId, String number) {
        return reads.byNumber(caller, villageId, number);
    }

    /** The phone number for opening an account, E.164; it goes to identity and is not shown. Null when none is known. */
    @Transactional(readOnly = true)
    public @Nullable String phoneForAccount(Caller caller, Person person) {
        return reads.phoneForAccount(caller, person);
    }

    /** Id of the caller's own last change of the household, while it may be taken back. */
    @Transactional(readOnly = true)
    public Optional<UUID> undoOffered(Caller caller, UUID householdId) {
        return undos.offered(caller, householdId);
    }

    /** What was done with the household, newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> history(Caller caller, UUID householdId, int limit) {
        return reads.history(caller, householdId, limit);
    }

    /** Warns when somebody else is registered under the same CCCD; without saying who. */
    @Transactional(readOnly = true)
    public List<Problem> warnings(NewPerson person, @Nullable UUID personId) {
        return reads.warnings(person, personId);
    }

    /** Takes back the caller's own last change; returns the household's id. Refuses when somebody changed it since. */
    @Transactional
    public UUID undo(Caller caller, UUID undoId) {
        return undos.undo(caller, undoId)
                .orElseThrow(() -> Problem.of(HouseholdProblem.NOT_UNDOABLE).asException());
    }

    /** The full numbers of a person, shown after an explicit wish; needs {@code households.read-sensitive}; the look is kept. */
    @Transactional
    public Numbers numbers(Caller caller, UUID personId) {
        return reads.numbers(caller, personId);
    }
}
