package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One recorded lane of a village. */
public record Lane(UUID id, UUID placeId, LaneDetails details, int version) {

    boolean on(LocalDate day) {
        LocalDate until = details.until();
        return !day.isBefore(details.since()) && (until == null || !day.isAfter(until));
    }

    /** The operators that offer the technology here on the day, each once, in the order recorded. */
    List<String> operators(Technology technology, LocalDate day) {
        return details.services().stream()
                .filter(service -> service.technology() == technology && service.on(day))
                .map(NetworkOffer::operator)
                .map(String::valueOf)
                .distinct()
                .toList();
    }
}
