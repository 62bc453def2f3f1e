package vn.langso.approvals;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A request and what became of it.
 *
 * @param closedByName who agreed, refused or took it back; null while it waits, and when it expired
 * @param answer why it was refused, in that person's words; null otherwise
 */
public record Approval(
        UUID id,
        String kind,
        UUID placeId,
        String permission,
        String summaryKey,
        List<String> args,
        String reason,
        UUID requesterId,
        String requesterName,
        OffsetDateTime requestedAt,
        OffsetDateTime expiresAt,
        ApprovalState state,
        @Nullable OffsetDateTime closedAt,
        @Nullable String closedByName,
        @Nullable String answer) {}
