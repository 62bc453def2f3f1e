package vn.langso.lighting.commands;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A command with its parts, as it stands now. */
public record LightCommand(
        UUID id,
        UUID placeId,
        String actorName,
        String target,
        String action,
        @Nullable Integer percent,
        @Nullable Instant until,
        String reason,
        Instant createdAt,
        List<Part> parts) {

    public CommandState state() {
        return CommandState.overall(parts.stream().map(Part::state).toList());
    }
}
