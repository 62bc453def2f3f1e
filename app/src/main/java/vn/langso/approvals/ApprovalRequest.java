package vn.langso.approvals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What one person asks a second one to agree to.
 *
 * @param kind name of the asking module's deed, {@code lighting.darken}; it is how the module knows its own grants
 * @param permission what the second person must hold at the place at the moment of agreeing
 * @param summaryKey text of the asking module that says what is asked for, filled in with {@code args} in the reader's language
 * @param reason why, in the asking person's words; must not be blank
 * @param payloadJson what the asking module needs to do it; ids and numbers, no personal data
 * @param expires after it nobody can agree any more
 */
public record ApprovalRequest(
        String kind,
        UUID placeId,
        String permission,
        String summaryKey,
        List<Object> args,
        String reason,
        String payloadJson,
        Instant expires) {}
