package vn.langso.audit;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One change to be kept.
 *
 * @param action name of what was done, "households.edit"
 * @param placeId place that it belongs to; null for things without a place
 * @param subjectType kind of the thing changed, "household"
 * @param before its state before as JSON-ready value (record, map); null when it was made
 * @param after its state after; null when it was removed
 */
public record Change(
        String action,
        @Nullable UUID placeId,
        String subjectType,
        UUID subjectId,
        @Nullable Object before,
        @Nullable Object after) {}
