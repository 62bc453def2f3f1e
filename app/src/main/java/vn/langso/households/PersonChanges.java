package vn.langso.households;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.households.NewPerson.Relation;
import vn.langso.households.RegisterAttribute.Subject;
import vn.langso.households.journal.RegisterJournal;
import vn.langso.households.journal.RegisterJournal.Table;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.shell.Caller;

/** Changes of one person in a household. */
@Component
class PersonChanges {

    private final HouseholdStore households;
    private final PersonStore store;
    private final RegisterColumns columns;
    private final RegisterJournal journal;
    private final HouseholdChanges householdChanges;

    PersonChanges(
            HouseholdStore households,
            PersonStore store,
            RegisterColumns columns,
            RegisterJournal journal,
            HouseholdChanges householdChanges) {
        this.households = households;
        this.store = store;
        this.columns = columns;
        this.journal = journal;
        this.householdChanges = householdChanges;
    }

    UUID add(Caller caller, UUID householdId, NewPerson person, LocalDate from) {
        Household before = householdChanges.open(caller, householdId, null);
        householdChanges.checkDate(from, before.hereFrom());
        List<Person> members = store.members(householdId);
        if (person.relation() == Relation.HEAD && !members.isEmpty()) {
            throw Problem.at("relation", HouseholdProblem.HEAD_COUNT, before.number())
                    .asException();
        }
        RegisterJournal.Entry entry = journal.open(caller);
        entry.changes(Table.HOUSEHOLD, before.id(), before.version());
        UUID id = Ids.next();
        entry.makes(Table.PERSON, id);
        NewPerson registered = members.isEmpty() ? asHead(person) : person;
        store.insert(id, before, registered, columns.of(registered), from);
        Person added = get(id);
        Household after = members.isEmpty()
                ? before.headedBy(added, 1)
                : before.headedBy(head(before, members), members.size() + 1);
        households.update(after);
        entry.counts(before.villageId(), 0, 1);
        entry.close("households.add-person", before.villageId(), before.id(), null, RegisterStates.of(added));
        return id;
    }

    void edit(Caller caller, UUID personId, NewPerson typed, Households.Kept kept, int version) {
        Person before = open(caller, personId, version);
        Household household = households.lock(before.householdId()).getFirst();
        boolean isHead = before.id().equals(household.headId());
        if (isHead != (typed.relation() == Relation.HEAD)) {
            throw Problem.at("relation", HouseholdProblem.HEAD_COUNT, household.number())
                    .asException();
        }
        RegisterJournal.Entry entry = journal.open(caller);
        if (isHead) {
            entry.changes(Table.HOUSEHOLD, household.id(), household.version());
        }
        entry.changes(Table.PERSON, before.id(), before.version());
        NewPerson person = withKept(before, typed, kept);
        LocalDate from = before.hereFrom();
        LocalDate today = householdChanges.today();
        if (person.residence() != before.residence() && today.isAfter(before.hereFrom())) {
            entry.keepsStay(Table.PERSON_STAY, personId, before.hereFrom());
            store.insertPastStay(before, today);
            from = today;
        }
        store.rewrite(personId, person, columns.of(person));
        store.update(before.living(person.relation(), person.residence(), from));
        Person after = get(personId);
        if (isHead) {
            households.update(household.headedBy(after, household.memberCount()));
        }
        entry.close(
                "households.edit-person",
                household.villageId(),
                household.id(),
                RegisterStates.of(before),
                RegisterStates.of(after));
    }

    void setAttribute(Caller caller, UUID personId, RegisterAttribute attribute, AttributeValue known) {
        Person before = open(caller, personId, null);
        householdChanges.check(attribute, Subject.PERSON, known);
        Map<RegisterAttribute, AttributeValue> attributes = HouseholdChanges.copy(before.attributes());
        AttributeValue old = attributes.put(attribute, known);
        RegisterJournal.Entry entry = journal.open(caller);
        entry.changes(Table.PERSON, before.id(), before.version());
        householdChanges.keepPast(entry, personId, attribute, old, known);
        store.update(before.withAttributes(attributes));
        entry.close(
                "households.set-attribute",
                before.villageId(),
                before.householdId(),
                old == null ? null : named(before, attribute, old),
                named(before, attribute, known));
    }

    void deleteAttribute(Caller caller, UUID personId, RegisterAttribute attribute) {
        Person before = open(caller, personId, null);
        Map<RegisterAttribute, AttributeValue> attributes = HouseholdChanges.copy(before.attributes());
        AttributeValue old = attributes.remove(attribute);
        if (old == null) {
            throw Problem.of(HouseholdProblem.NO_ATTRIBUTE).asException();
        }
        RegisterJournal.Entry entry = journal.open(caller);
        entry.changes(Table.PERSON, before.id(), before.version());
        store.update(before.withAttributes(attributes));
        entry.close(
                "households.delete-attribute",
                before.villageId(),
                before.householdId(),
                named(before, attribute, old),
                null);
    }

    /** Moves a person to another household, in the same village or another. */
    void move(Caller caller, UUID personId, UUID targetId, Relation relation, LocalDate on) {
        Person before = open(caller, personId, null);
        if (targetId.equals(before.householdId()) || relation == Relation.HEAD) {
            throw Problem.at("target", HouseholdProblem.TARGET_MISSING).asException();
        }
        List<Household> locked = households.lock(before.householdId(), targetId);
        Household target = locked.stream()
                .filter(household -> household.id().equals(targetId) && household.registeredTo() == null)
                .findFirst()
                .orElseThrow(() ->
                        Problem.at("target", HouseholdProblem.NO_HOUSEHOLD).asException());
        caller.require(Households.EDIT, target.villageId());
        householdChanges.checkDate(on, before.hereFrom());
        RegisterJournal.Entry entry = journal.open(caller);
        Household source = leave(entry, before);
        List<Person> members = store.members(targetId);
        entry.changes(Table.PERSON, before.id(), before.version());
        if (on.isAfter(before.hereFrom())) {
            entry.keepsStay(Table.PERSON_STAY, personId, before.hereFrom());
            store.insertPastStay(before, on);
        }
        Person after = before.in(target, members.isEmpty() ? Relation.HEAD : relation, on);
        store.update(after);
        entry.changes(Table.HOUSEHOLD, target.id(), target.version());
        households.update(target.headedBy(members.isEmpty() ? after : head(target, members), members.size() + 1));
        entry.counts(source.villageId(), 0, -1);
        entry.counts(target.villageId(), 0, 1);
        entry.close(
                "households.move-person",
                source.villageId(),
                source.id(),
                RegisterStates.of(before),
                Map.of("person", before.fullName(), "household", target.number(), "from", on.toString()));
    }

    /** Ends a person's registration: died, moved out of the register's area, or entered by mistake. */
    void end(Caller caller, UUID personId, LocalDate on, String reason) {
        Person before = open(caller, personId, null);
        householdChanges.checkDate(on, before.hereFrom());
        RegisterJournal.Entry entry = journal.open(caller);
        Household source = leave(entry, before);
        entry.changes(Table.PERSON, before.id(), before.version());
        store.update(before.ended(on, reason));
        entry.counts(source.villageId(), 0, -1);
        entry.close(
                "households.end-person",
                source.villageId(),
                source.id(),
                RegisterStates.of(before),
                Map.of("person", before.fullName(), "to", on.toString(), "reason", reason));
    }

    /** Makes another member the head; the old one becomes "other" until somebody says better. */
    void changeHead(Caller caller, UUID householdId, UUID personId) {
        Household before = householdChanges.open(caller, householdId, null);
        List<Person> members = store.members(householdId);
        Person next = members.stream()
                .filter(member -> member.id().equals(personId))
                .findFirst()
                .orElseThrow(() -> Problem.of(HouseholdProblem.NO_PERSON).asException());
        if (next.id().equals(before.headId())) {
            return;
        }
        RegisterJournal.Entry entry = journal.open(caller);
        entry.changes(Table.HOUSEHOLD, before.id(), before.version());
        members.stream().filter(member -> member.id().equals(before.headId())).forEach(old -> {
            entry.changes(Table.PERSON, old.id(), old.version());
            store.update(old.living(Relation.OTHER, old.residence(), old.hereFrom()));
        });
        entry.changes(Table.PERSON, next.id(), next.version());
        store.update(next.living(Relation.HEAD, next.residence(), next.hereFrom()));
        households.update(before.headedBy(next, members.size()));
        entry.close(
                "households.change-head",
                before.villageId(),
                before.id(),
                Map.of("head", before.headName()),
                Map.of("head", next.fullName()));
    }

    /** Takes the person out of their household's count. The head can go only as the last one. */
    private Household leave(RegisterJournal.Entry entry, Person person) {
        Household household = households.lock(person.householdId()).getFirst();
        boolean isHead = person.id().equals(household.headId());
        if (isHead && household.memberCount() > 1) {
            throw Problem.at("head", HouseholdProblem.HEAD_STAYS, person.fullName())
                    .asException();
        }
        entry.changes(Table.HOUSEHOLD, household.id(), household.version());
        int left = household.memberCount() - 1;
        households.update(
                isHead
                        ? household.headedBy(null, left)
                        : household.headedBy(head(household, store.members(household.id())), left));
        return household;
    }

    private Person open(Caller caller, UUID personId, @Nullable Integer version) {
        Person found = store.find(personId)
                .orElseThrow(() -> Problem.of(HouseholdProblem.NO_PERSON).asException());
        householdChanges.open(caller, found.householdId(), null);
        Person person = get(personId);
        if (person.registeredTo() != null) {
            throw Problem.of(HouseholdProblem.ENDED).asException();
        }
        if (version != null && version != person.version()) {
            throw Problem.of(HouseholdProblem.CHANGED_MEANWHILE).asException();
        }
        return person;
    }

    private NewPerson withKept(Person before, NewPerson typed, Households.Kept kept) {
        PersonStore.Sealed sealed = store.sealed(before.id());
        return new NewPerson(
                typed.fullName(),
                typed.birth(),
                typed.sex(),
                typed.relation(),
                typed.residence(),
                kept.cccd() ? columns.opened(RegisterColumns.CCCD, sealed.cccd()) : typed.cccd(),
                kept.phone() ? columns.opened(RegisterColumns.PHONE, sealed.phone()) : typed.phone(),
                before.attributes());
    }

    private Person get(UUID id) {
        return store.find(id)
                .orElseThrow(() -> Problem.of(HouseholdProblem.NO_PERSON).asException());
    }

    private static @Nullable Person head(Household household, List<Person> members) {
        return members.stream()
                .filter(member -> member.id().equals(household.headId()))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Object> named(Person person, RegisterAttribute attribute, AttributeValue known) {
        Map<String, Object> state = RegisterStates.of(attribute, known);
        state.put("person", person.fullName());
        return state;
    }

    private static NewPerson asHead(NewPerson person) {
        return new NewPerson(
                person.fullName(),
                person.birth(),
                person.sex(),
                Relation.HEAD,
                person.residence(),
                person.cccd(),
                person.phone(),
                person.attributes());
    }
}
