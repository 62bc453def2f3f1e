package vn.langso.approvals;

import java.util.UUID;

/**
 * A second person has agreed: the module of this kind does what was asked for. Kept until its listener has succeeded.
 *
 * @param payload the JSON that the module handed in
 */
public record ApprovalGranted(UUID id, String kind, UUID placeId, UUID requesterId, UUID approverId, String payload) {}
