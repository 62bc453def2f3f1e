package vn.langso.places;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The place that an address of another module means: a code and the day that the question is asked for.
 *
 * @param place as it was called on the day
 * @param on the day asked for; today, or the last day of a place that has ended, when none was named
 * @param current true when the answer is about today
 */
public record PlaceOnDay(Place place, LocalDate on, boolean current) {

    /**
     * Reads {@code /places/{code}?on=DATE}. Refuses an unknown code, a day on which no place bore it, a day before everything known, and
     * what is no date.
     */
    public static PlaceOnDay of(PlaceTree tree, String code, @Nullable String on) {
        PlaceQuestion question = PlaceQuestion.of(tree, code, on);
        return new PlaceOnDay(question.place(), question.on(), question.on().equals(tree.today()));
    }
}
