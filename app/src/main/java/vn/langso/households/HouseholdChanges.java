package vn.langso.households;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.households.RegisterAttribute.Subject;
import vn.langso.households.journal.RegisterJournal;
import vn.langso.households.journal.RegisterJournal.Table;
import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;

/** Changes of a household as a whole: its fields, what is known about it, its village, its end. */
@Component
class HouseholdChanges {

    private final HouseholdStore store;
    private final PersonStore persons;
    private final RegisterJournal journal;
    private final InstantSource clock;

    HouseholdChanges(HouseholdStore store, PersonStore persons, RegisterJournal journal, InstantSource clock) {
        this.store = store;
        this.persons = persons;
        this.journal = journal;
        this.clock = clock;
    }

    void edit(Caller caller, UUID id, HouseholdDraft draft, int version) {
        Household before = open(caller, id, version);
        refuseTakenNumber(before.villageId(), draft.number(), id);
        Household after = before.withFields(draft.number(), draft.lane(), draft.address());
        RegisterJournal.Entry entry = journal.open(caller);
        entry.changes(Table.HOUSEHOLD, before.id(), before.version());
        store.update(after);
        entry.close(
                "households.edit",
                before.villageId(),
                before.id(),
                RegisterStates.of(before),
                RegisterStates.of(after));
    }

    void setAttribute(
            Caller caller, UUID id, RegisterAttribute attribute, AttributeValue known, @Nullable Integer version) {
        Household before = open(caller, id, version);
        check(attribute, Subject.HOUSEHOLD, known);
        Map<RegisterAttribute, AttributeValue> attributes = copy(before.attributes());
        AttributeValue old = attributes.put(attribute, known);
        RegisterJournal.Entry entry = journal.open(caller);
        entry.changes(Table.HOUSEHOLD, before.id(), before.version());
        keepPast(entry, id, attribute, old, known);
        store.update(before.withAttributes(attributes));
        entry.close(
                "households.set-attribute",
                before.villageId(),
                before.id(),
                old == null ? null : RegisterStates.of(attribute, old),
                RegisterStates.of(attribute, known));
    }

    void deleteAttribute(Caller caller, UUID id, RegisterAttribute attribute, @Nullable Integer version) {
        Household before = open(caller, id, version);
        Map<RegisterAttribute, AttributeValue> attributes = copy(before.attributes());
        AttributeValue old = attributes.remove(attribute);
        if (old == null) {
            throw Problem.of(HouseholdProblem.NO_ATTRIBUTE).asException();
        }
        RegisterJournal.Entry entry = journal.open(caller);
        entry.changes(Table.HOUSEHOLD, before.id(), before.version());
        store.update(before.withAttributes(attributes));
        entry.close(
                "households.delete-attribute",
                before.villageId(),
                before.id(),
                RegisterStates.of(attribute, old),
                null);
    }

    /** Moves the household with all its people to another village. */
    void move(Caller caller, UUID id, UUID villageId, String number, LocalDate on) {
        Household before = open(caller, id, null);
        caller.require(Households.EDIT, villageId);
        checkDate(on, before.hereFrom());
        if (villageId.equals(before.villageId())) {
            throw Problem.at("village", HouseholdProblem.TARGET_MISSING).asException();
        }
        refuseTakenNumber(villageId, number, id);
        RegisterJournal.Entry entry = journal.open(caller);
        entry.changes(Table.HOUSEHOLD, before.id(), before.version());
        Household after = before.in(villageId, number, on);
        List<Person> members = persons.members(id);
        if (on.isAfter(before.hereFrom())) {
            entry.keepsStay(Table.HOUSEHOLD_STAY, id, before.hereFrom());
            store.insertPastStay(id, before.villageId(), before.hereFrom(), on);
        }
        store.update(after);
        members.forEach(member -> {
            entry.changes(Table.PERSON, member.id(), member.version());
            LocalDate from = later(on, member.hereFrom());
            if (from.isAfter(member.hereFrom())) {
                entry.keepsStay(Table.PERSON_STAY, member.id(), member.hereFrom());
                persons.insertPastStay(member, from);
            }
            persons.update(member.in(after, member.relation(), from));
        });
        entry.counts(before.villageId(), -1, -members.size());
        entry.counts(villageId, 1, members.size());
        entry.close("households.move", before.villageId(), before.id(), place(before), place(after));
    }

    /** Ends the household; people who are still in it leave with it. */
    void end(Caller caller, UUID id, LocalDate on, String reason) {
        Household before = open(caller, id, null);
        checkDate(on, before.hereFrom());
        RegisterJournal.Entry entry = journal.open(caller);
        entry.changes(Table.HOUSEHOLD, before.id(), before.version());
        List<Person> members = persons.members(id);
        members.forEach(member -> {
            entry.changes(Table.PERSON, member.id(), member.version());
            persons.update(
                    member.ended(later(on, member.hereFrom()), "mistake".equals(reason) ? "mistake" : "moved-out"));
        });
        store.update(before.ended(on, reason));
        entry.counts(before.villageId(), -1, -members.size());
        entry.close(
                "households.end",
                before.villageId(),
                before.id(),
                RegisterStates.of(before),
                Map.of("to", on.toString(), "reason", reason));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Texts.ZONE);
    }

    /** The household locked for a change, if the caller may and nobody came first. */
    Household open(Caller caller, UUID id, @Nullable Integer version) {
        List<Household> locked = store.lock(id);
        if (locked.isEmpty()) {
            throw Problem.of(HouseholdProblem.NO_HOUSEHOLD).asException();
        }
        Household household = locked.getFirst();
        caller.require(Households.EDIT, household.villageId());
        if (household.registeredTo() != null) {
            throw Problem.of(HouseholdProblem.ENDED).asException();
        }
        if (version != null && version != household.version()) {
            throw Problem.of(HouseholdProblem.CHANGED_MEANWHILE).asException();
        }
        return household;
    }

    void checkDate(LocalDate on, LocalDate since) {
        if (on.isAfter(today())) {
            throw Problem.at("on", HouseholdProblem.DATE_IN_FUTURE).asException();
        }
        if (on.isBefore(since)) {
            throw Problem.at("on", HouseholdProblem.DATE_BEFORE_START, dayOf(since))
                    .asException();
        }
    }

    void check(RegisterAttribute attribute, Subject subject, AttributeValue known) {
        if (attribute.subject() != subject) {
            throw Problem.at("code", HouseholdProblem.ATTRIBUTE_UNKNOWN).asException();
        }
        if (!attribute.accepts(known.value())) {
            throw Problem.at("value", HouseholdProblem.ATTRIBUTE_VALUE).asException();
        }
        if (known.from().isAfter(today())) {
            throw Problem.at("from", HouseholdProblem.DATE_IN_FUTURE).asException();
        }
    }

    /** The value before lives on as history, unless the new one corrects it from its first day on. */
    void keepPast(
            RegisterJournal.Entry entry,
            UUID subjectId,
            RegisterAttribute attribute,
            @Nullable AttributeValue old,
            AttributeValue known) {
        if (old == null || old.from().equals(known.from())) {
            return;
        }
        if (known.from().isBefore(old.from())) {
            throw Problem.at("from", HouseholdProblem.DATE_BEFORE_START, dayOf(old.from()))
                    .asException();
        }
        entry.keepsAttribute(subjectId, attribute.code(), old.from());
        persons.insertPastAttribute(subjectId, attribute, old, known.from());
    }

    private void refuseTakenNumber(UUID villageId, String number, UUID except) {
        store.byNumber(villageId, number)
                .filter(other -> !other.id().equals(except))
                .ifPresent(other -> {
                    throw Problem.at("number", HouseholdProblem.NUMBER_TAKEN, other.number())
                            .asException();
                });
    }

    private static Map<String, Object> place(Household household) {
        return Map.of(
                "village",
                household.villageId().toString(),
                "number",
                household.number(),
                "from",
                household.hereFrom().toString());
    }

    static Map<RegisterAttribute, AttributeValue> copy(Map<RegisterAttribute, AttributeValue> attributes) {
        Map<RegisterAttribute, AttributeValue> copy = new EnumMap<>(RegisterAttribute.class);
        copy.putAll(attributes);
        return copy;
    }

    static String dayOf(LocalDate date) {
        return new BirthDate(date, BirthDate.Precision.DAY).text();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
