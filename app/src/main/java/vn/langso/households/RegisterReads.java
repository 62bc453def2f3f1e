package vn.langso.households;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.audit.Audit;
import vn.langso.audit.AuditEntry;
import vn.langso.households.keys.Phone;
import vn.langso.kernel.Problem;
import vn.langso.shell.Caller;

/** What is read with a trace: every answer that shows people says so to the audit before it leaves. */
@Component
class RegisterReads {

    private final HouseholdStore households;
    private final PersonStore persons;
    private final RegisterColumns columns;
    private final Audit audit;

    RegisterReads(HouseholdStore households, PersonStore persons, RegisterColumns columns, Audit audit) {
        this.households = households;
        this.persons = persons;
        this.columns = columns;
        this.audit = audit;
    }

    Optional<Household> find(Caller caller, UUID id) {
        Optional<Household> found = households.find(id);
        found.ifPresent(household -> caller.require(Households.READ, household.villageId()));
        return found;
    }

    Optional<Person> findPerson(Caller caller, UUID personId) {
        Optional<Person> found = persons.find(personId);
        found.ifPresent(person -> caller.require(Households.READ, person.villageId()));
        return found;
    }

    Optional<Household> byNumber(Caller caller, UUID villageId, String number) {
        caller.require(Households.READ, villageId);
        return number.isBlank() || number.length() > Household.LONGEST_NUMBER
                ? Optional.empty()
                : households.byNumber(villageId, number);
    }

    /** The phone number for opening an account, E.164; it goes to identity and is not shown. Null when none is known. */
    @Nullable
    String phoneForAccount(Caller caller, Person person) {
        caller.require(Households.READ, person.villageId());
        return columns.opened(RegisterColumns.PHONE, persons.sealed(person.id()).phone());
    }

    List<Person> members(Caller caller, UUID householdId) {
        Household household = households
                .find(householdId)
                .orElseThrow(() -> Problem.of(HouseholdProblem.NO_HOUSEHOLD).asException());
        caller.require(Households.READ, household.villageId());
        List<Person> members = persons.members(householdId);
        audit.looked(
                caller,
                "households.detail",
                household.villageId(),
                members.stream().map(Person::id).toList());
        return members;
    }

    List<AuditEntry> history(Caller caller, UUID householdId, int limit) {
        return find(caller, householdId).isEmpty() ? List.of() : audit.changesOf("household", householdId, limit);
    }

    List<Problem> warnings(NewPerson person, @Nullable UUID personId) {
        String cccd = person.cccd();
        if (cccd == null) {
            return List.of();
        }
        UUID except = personId == null ? new UUID(0, 0) : personId;
        return persons.isCccdOfAnother(columns.cccdHash(cccd), except)
                ? List.of(Problem.at("cccd", HouseholdProblem.CCCD_TWICE))
                : List.of();
    }

    Households.Numbers numbers(Caller caller, UUID personId) {
        Person person = persons.find(personId)
                .orElseThrow(() -> Problem.of(HouseholdProblem.NO_PERSON).asException());
        caller.require(Households.READ_SENSITIVE, person.villageId());
        PersonStore.Sealed sealed = persons.sealed(personId);
        audit.looked(caller, "households.numbers", person.villageId(), List.of(personId));
        String phone = columns.opened(RegisterColumns.PHONE, sealed.phone());
        return new Households.Numbers(
                columns.opened(RegisterColumns.CCCD, sealed.cccd()), phone == null ? null : Phone.national(phone));
    }
}
