package vn.langso.households;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A person of the register as it is now, with identity and phone numbers masked.
 *
 * @param cccdMask 038********123; null when none is known
 * @param phoneMask 09*****678; null when none is known
 * @param hereFrom since when in this household, village and kind of residence
 * @param registeredTo first day on which the person no longer counts; null while they do
 */
public record Person(
        UUID id,
        UUID householdId,
        UUID villageId,
        String fullName,
        @Nullable BirthDate birth,
        NewPerson.@Nullable Sex sex,
        NewPerson.Relation relation,
        NewPerson.Residence residence,
        @Nullable String cccdMask,
        @Nullable String phoneMask,
        Map<RegisterAttribute, AttributeValue> attributes,
        LocalDate registeredFrom,
        LocalDate hereFrom,
        @Nullable LocalDate registeredTo,
        @Nullable String endReason,
        int version) {

    /** As a stay in a household begins, with its relation there. */
    Person in(Household household, NewPerson.Relation newRelation, LocalDate from) {
        return copy(household.id(), household.villageId(), newRelation, residence, attributes, from);
    }

    Person living(NewPerson.Relation newRelation, NewPerson.Residence newResidence, LocalDate from) {
        return copy(householdId, villageId, newRelation, newResidence, attributes, from);
    }

    Person withAttributes(Map<RegisterAttribute, AttributeValue> known) {
        return copy(householdId, villageId, relation, residence, known, hereFrom);
    }

    Person ended(LocalDate to, String reason) {
        return new Person(
                id,
                householdId,
                villageId,
                fullName,
                birth,
                sex,
                relation,
                residence,
                cccdMask,
                phoneMask,
                attributes,
                registeredFrom,
                hereFrom,
                to,
                reason,
                version);
    }

    private Person copy(
            UUID household,
            UUID village,
            NewPerson.Relation newRelation,
            NewPerson.Residence newResidence,
            Map<RegisterAttribute, AttributeValue> known,
            LocalDate from) {
        return new Person(
                id,
                household,
                village,
                fullName,
                birth,
                sex,
                newRelation,
                newResidence,
                cccdMask,
                phoneMask,
                known,
                registeredFrom,
                from,
                registeredTo,
                endReason,
                version);
    }
}
