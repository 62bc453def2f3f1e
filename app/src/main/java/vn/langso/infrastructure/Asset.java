package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.UUID;

/** One recorded thing of a village. */
public record Asset(UUID id, UUID placeId, AssetDetails details, int version) {

    boolean on(LocalDate day) {
        LocalDate until = details.until();
        return !day.isBefore(details.since()) && (until == null || !day.isAfter(until));
    }
}
