package vn.langso.approvals;

import java.util.UUID;

/**
 * Somebody waits for a second person's agreement.
 *
 * @param permission what the second person must hold at the place
 */
public record ApprovalAsked(UUID id, String kind, UUID placeId, String permission, UUID requesterId) {}
