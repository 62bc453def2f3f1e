package vn.langso.files;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One upload as it is kept.
 *
 * @param name safe to show and to save under
 * @param sha256 of the content, 64 hexadecimal digits; also its ETag
 * @param placeId the place it belongs to
 * @param needs the permission that opens it to others than its uploader, in that place
 */
public record StoredFile(
        UUID id,
        String name,
        FileKind kind,
        long sizeBytes,
        String sha256,
        UUID placeId,
        String needs,
        UUID accountId,
        String accountName,
        OffsetDateTime createdAt) {}
