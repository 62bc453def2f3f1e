package vn.langso.lighting.commands;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What goes before the programme for a circuit.
 *
 * @param level 0 to 100
 * @param until when the programme takes over again; null until somebody says so
 */
public record StandingOrder(
        UUID circuitId,
        UUID commandId,
        int level,
        String actorName,
        String reason,
        Instant since,
        @Nullable Instant until) {}
