package vn.langso.approvals;

import java.util.UUID;

/** A request ended without agreement: rejected, withdrawn or expired. */
public record ApprovalClosed(UUID id, String kind, UUID placeId, UUID requesterId, ApprovalState state) {}
