package vn.langso.lighting;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A control cabinet.
 *
 * @param deviceId its name on the wire; null while nothing is built in that could answer
 * @param lampControllers true where each lamp measures itself
 */
public record Cabinet(
        UUID id,
        UUID placeId,
        String code,
        String name,
        @Nullable String deviceId,
        boolean lampControllers,
        @Nullable Spot spot,
        LocalDate since,
        @Nullable LocalDate until,
        int version) {}
