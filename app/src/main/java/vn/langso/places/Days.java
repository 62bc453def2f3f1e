package vn.langso.places;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Days inside the arguments of problems, which are made before the reader's language is known; both languages write them alike. */
final class Days {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Days() {}

    static String shown(LocalDate day) {
        return DATE.format(day);
    }

    /** "10/04/2023 - 30/06/2025, 01/07/2025 - ". */
    static String periods(List<Place> places) {
        return places.stream()
                .map(place ->
                        shown(place.validFrom()) + " - " + (place.validTo() == null ? "" : shown(place.validTo())))
                .collect(Collectors.joining(", "));
    }
}
