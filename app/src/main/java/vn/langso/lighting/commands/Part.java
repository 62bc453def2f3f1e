package vn.langso.lighting.commands;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What one cabinet is told for a command.
 *
 * @param slots of the circuits concerned
 * @param level 0 to 100; null gives them back to the plan
 * @param seq number on the way to the device
 * @param why a short code where it failed; empty else
 * @param answerSeq number of the message that answered; null before
 */
public record Part(
        UUID id,
        UUID commandId,
        UUID cabinetId,
        String deviceId,
        List<Integer> slots,
        @Nullable Integer level,
        long seq,
        CommandState state,
        String why,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant sentAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Long answerSeq,
        @Nullable Instant endedAt) {}
