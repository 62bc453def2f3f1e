package vn.langso.places;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.places.PlaceRecords.Known;

/**
 * A recorded decision about places.
 *
 * @param change name of the change; "reference" for the loaded lists
 * @param referenceKey name within the loaded lists; null for what officers did
 * @param source where the knowledge comes from; empty for what officers did
 */
record Operation(
        UUID id,
        String change,
        @Nullable String referenceKey,
        Decision decision,
        Known known,
        String source,
        String actorName,
        OffsetDateTime recordedAt,
        @Nullable OffsetDateTime undoneAt) {

    boolean isReference() {
        return referenceKey != null;
    }
}
