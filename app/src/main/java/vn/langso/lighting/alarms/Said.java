package vn.langso.lighting.alarms;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One answer in the time line of an alarm. */
record Said(
        UUID id,
        OffsetDateTime at,
        Answer answer,
        String name,
        @Nullable String role,
        String note,
        @Nullable UUID photoId) {}
