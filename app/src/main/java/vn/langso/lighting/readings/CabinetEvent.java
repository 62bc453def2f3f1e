package vn.langso.lighting.readings;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a cabinet.
 *
 * @param kind as docs/devices.md lists them: door-open, mode-local, breaker-tripped, supply-lost, cable-open, switched ...
 * @param slot of the circuit concerned; null when it concerns the cabinet
 * @param on for "switched": lit afterwards
 * @param by for "switched": plan, local, command, timer, light-sensor
 */
public record CabinetEvent(
        String kind,
        @Nullable Integer slot,
        @Nullable Boolean on,
        @Nullable String by,
        @Nullable Double lux) {}
