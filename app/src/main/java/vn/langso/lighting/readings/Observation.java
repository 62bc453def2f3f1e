package vn.langso.lighting.readings;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.Layout;

/**
 * One message of a cabinet, understood. One of {@code after}, {@code event} and {@code answer} is there.
 *
 * @param at when it was so, by our clock
 * @param late it tells of a time before what is known already, and changes the newest state no more
 * @param doubtful the cabinet's clock cannot be right, so that {@code at} is when we heard of it
 * @param before the newest state known before; null for the first
 * @param after the state that it reports
 */
public record Observation(
        Layout layout,
        long seq,
        Instant at,
        Instant receivedAt,
        boolean late,
        boolean doubtful,
        @Nullable CabinetState before,
        @Nullable CabinetState after,
        @Nullable CabinetEvent event,
        @Nullable CabinetAnswer answer) {}
