package vn.langso.identity;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.identity.secrets.Phone;

/**
 * What somebody signs in with.
 *
 * @param phone its number, which others may share; null when none is known yet
 * @param hasPassword true if it may be signed in to without a code
 * @param personId the register person behind it, where linked
 * @param version number of its changes, for two officers at once
 */
record Account(
        UUID id,
        String name,
        @Nullable Phone phone,
        String language,
        Status status,
        boolean hasPassword,
        @Nullable UUID personId,
        OffsetDateTime createdAt,
        int version) {

    /** Waiting accounts have a ticket that was not used yet; closed ones never open again. */
    enum Status {
        WAITING,
        ACTIVE,
        CLOSED
    }

    Account with(String newName, @Nullable Phone newPhone, Status newStatus) {
        return new Account(id, newName, newPhone, language, newStatus, hasPassword, personId, createdAt, version);
    }
}
