package vn.langso.files;

import java.io.InputStream;
import java.util.Set;
import java.util.UUID;

/**
 * A file about to be kept.
 *
 * @param name as the sender calls it; only its cleaned last part is kept
 * @param placeId the place it will belong to; the caller must cover it
 * @param needs the permission that will open it to others than its uploader
 * @param taken the kinds that the purpose allows
 * @param content read once, closed by the giver
 */
public record Upload(String name, UUID placeId, String needs, Set<FileKind> taken, InputStream content) {}
