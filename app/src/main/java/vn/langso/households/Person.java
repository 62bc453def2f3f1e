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
        int version) {}
