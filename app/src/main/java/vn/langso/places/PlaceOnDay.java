package vn.langso.places;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;

/**
 * The place that an address means: a code and the day that the question is asked for.
 *
 * @param place as it was called on the day
 * @param on the day asked for; today, or the last day of a place that has ended, when none was named
 * @param current true when the answer is about today
 */
public record PlaceOnDay(Place place, LocalDate on, boolean current) {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/yyyy");

    /**
     * Reads {@code /places/{code}?on=DATE}; the date is ISO or as people type it, 15/12/2023. Refuses an unknown code, a day on which no
     * place bore it, and what is no date.
     */
    public static PlaceOnDay of(PlaceTree tree, String code, @Nullable String on) {
        if (on != null && !on.isBlank()) {
            LocalDate day = day(on.strip());
            return of(tree, code, day);
        }
        Place place = tree.byCode(code, null)
                .orElseThrow(() -> Problem.of(PlaceProblem.UNKNOWN, code).asException());
        LocalDate ended = place.validTo();
        return ended == null || !ended.isBefore(tree.today())
                ? new PlaceOnDay(place, tree.today(), true)
                : new PlaceOnDay(place, ended, false);
    }

    private static PlaceOnDay of(PlaceTree tree, String code, LocalDate day) {
        if (tree.allByCode(code).isEmpty()) {
            throw Problem.of(PlaceProblem.UNKNOWN, code).asException();
        }
        return tree.byCode(code, day)
                .map(place -> new PlaceOnDay(place, day, day.equals(tree.today())))
                .orElseThrow(() -> Problem.at("on", PlaceProblem.NOT_ON_THAT_DAY, code, TYPED.format(day))
                        .asException());
    }

    private static LocalDate day(String text) {
        try {
            return text.contains("/") ? LocalDate.parse(text, TYPED) : LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw Problem.at("on", PlaceProblem.NOT_A_DATE, text).asException();
        }
    }
}
