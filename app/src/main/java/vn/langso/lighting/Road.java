package vn.langso.lighting;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A road with lights.
 *
 * @param code what people call it in short, "T3"
 * @param position its place among the roads of the village
 */
public record Road(
        UUID id,
        UUID placeId,
        String code,
        String name,
        int position,
        LocalDate since,
        @Nullable LocalDate until) {}
