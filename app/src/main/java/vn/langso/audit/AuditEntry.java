package vn.langso.audit;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One kept change, as it is shown: the states before and after are JSON text. */
public record AuditEntry(
        UUID id,
        OffsetDateTime at,
        UUID actorId,
        String actorName,
        @Nullable String actorRole,
        String action,
        @Nullable UUID placeId,
        String subjectType,
        UUID subjectId,
        @Nullable String before,
        @Nullable String after) {}
