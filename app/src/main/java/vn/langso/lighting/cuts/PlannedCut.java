package vn.langso.lighting.cuts;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A cut of the power that is known beforehand.
 *
 * @param placeId the village, or the commune with all its villages
 * @param source who announced it
 * @param note why, as they wrote it; may be empty
 * @param endedAt when somebody ended it before its time; null while it stands
 */
public record PlannedCut(
        UUID id,
        UUID placeId,
        OffsetDateTime from,
        OffsetDateTime to,
        String source,
        String note,
        String enteredBy,
        @Nullable OffsetDateTime endedAt) {}
