package vn.langso.places;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Places were changed, or a change was undone.
 *
 * @param operationId the recorded operation
 * @param change establish, rename, move, end, merge, split, reference or undo
 * @param placeIds all places that began, ended, were renamed or came under another parent
 */
public record PlacesChanged(UUID operationId, String change, LocalDate effectiveOn, Set<UUID> placeIds) {}
