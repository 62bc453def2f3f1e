package vn.langso.places;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;

/**
 * A place as somebody asked for it by code and perhaps day.
 *
 * @param on the day that is answered for: the one asked for, else today, else the last day of a place that has ended
 * @param dated whether a day was asked for
 */
record PlaceQuestion(Place place, LocalDate on, boolean dated) {

    private static final int LONGEST_QUERY = 100;
    private static final int LONGEST_CODE = 12;

    /** Refusals: no such code ever, not on that day, a day before everything known, not a day at all. */
    static PlaceQuestion of(PlaceTree tree, String code, @Nullable String onText) {
        LocalDate on = day(tree, onText);
        String shown = code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) + "…" : code;
        List<Place> ever = code.length() > LONGEST_CODE ? List.of() : tree.allByCode(code);
        if (ever.isEmpty()) {
            throw Problem.of(PlaceProblem.UNKNOWN, shown).asException();
        }
        Place place = tree.byCode(code, on)
                .orElseThrow(() -> Problem.of(
                                PlaceProblem.NOT_ON_THAT_DAY,
                                shown,
                                on == null ? "" : Days.shown(on),
                                Days.periods(ever))
                        .asException());
        return new PlaceQuestion(place, on == null ? lastDay(place, tree.today()) : on, on != null);
    }

    /** The day of a request, null when none was asked for. */
    static @Nullable LocalDate day(PlaceTree tree, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.isBefore(tree.knownFrom())) {
                throw Problem.at("on", PlaceProblem.BEFORE_KNOWN, Days.shown(tree.knownFrom()))
                        .asException();
            }
            return day;
        } catch (DateTimeParseException e) {
            String shown = text.length() > 20 ? text.substring(0, 20) + "…" : text;
            throw Problem.at("on", PlaceProblem.NOT_A_DATE, shown).asException();
        }
    }

    static String query(String text) {
        if (text.length() > LONGEST_QUERY) {
            throw Problem.at("query", PlaceProblem.QUERY_TOO_LONG, LONGEST_QUERY)
                    .asException();
        }
        return text;
    }

    boolean hasEnded(LocalDate today) {
        return place.validTo() != null && place.validTo().isBefore(today);
    }

    private static LocalDate lastDay(Place place, LocalDate today) {
        LocalDate to = place.validTo();
        if (to != null && to.isBefore(today)) {
            return to;
        }
        return today.isBefore(place.validFrom()) ? place.validFrom() : today;
    }
}
