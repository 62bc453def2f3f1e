package vn.langso.identity.roles;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Role;

/**
 * A role at a place from one day to another.
 *
 * @param validTo last day; null while no end is set
 * @param grantedByName who gave it, as then called
 */
public record Assignment(
        UUID id,
        UUID accountId,
        Role role,
        UUID placeId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String grantedByName,
        OffsetDateTime grantedAt) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    public boolean isOverOn(LocalDate day) {
        return validTo != null && day.isAfter(validTo);
    }
}
