package vn.langso.households;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A household as it is now.
 *
 * @param headId the head; null for a household without people
 * @param headName empty for a household without people
 * @param hereFrom since when in this village
 * @param registeredTo first day on which it no longer counts; null while it does
 * @param endReason moved-out, merged, dissolved or mistake; null while it counts
 * @param version grows with every change of the household, its attributes or its people
 */
public record Household(
        UUID id,
        UUID villageId,
        String number,
        @Nullable UUID headId,
        String headName,
        String lane,
        String address,
        int memberCount,
        Map<RegisterAttribute, AttributeValue> attributes,
        LocalDate registeredFrom,
        LocalDate hereFrom,
        @Nullable LocalDate registeredTo,
        @Nullable String endReason,
        int version) {

    /** Numbers in village registers are short; a longer one is something else in the wrong field. */
    public static final int LONGEST_NUMBER = 30;

    /** The value of an attribute; null when it is not known. */
    public @Nullable String value(RegisterAttribute attribute) {
        AttributeValue known = attributes.get(attribute);
        return known == null ? null : known.value();
    }

    Household withFields(String newNumber, String newLane, String newAddress) {
        return copy(villageId, newNumber, newLane, newAddress, attributes, hereFrom);
    }

    Household withAttributes(Map<RegisterAttribute, AttributeValue> known) {
        return copy(villageId, number, lane, address, known, hereFrom);
    }

    Household in(UUID village, String newNumber, LocalDate from) {
        return copy(village, newNumber, lane, address, attributes, from);
    }

    Household headedBy(@Nullable Person head, int members) {
        return new Household(
                id,
                villageId,
                number,
                head == null ? null : head.id(),
                head == null ? "" : head.fullName(),
                lane,
                address,
                members,
                attributes,
                registeredFrom,
                hereFrom,
                registeredTo,
                endReason,
                version);
    }

    Household ended(LocalDate to, String reason) {
        return new Household(
                id,
                villageId,
                number,
                headId,
                headName,
                lane,
                address,
                0,
                attributes,
                registeredFrom,
                hereFrom,
                to,
                reason,
                version);
    }

    private Household copy(
            UUID village,
            String newNumber,
            String newLane,
            String newAddress,
            Map<RegisterAttribute, AttributeValue> known,
            LocalDate from) {
        return new Household(
                id,
                village,
                newNumber,
                headId,
                headName,
                newLane,
                newAddress,
                memberCount,
                known,
                registeredFrom,
                from,
                registeredTo,
                endReason,
                version);
    }
}
