package vn.langso.households.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.langso.households.Household;
import vn.langso.households.Person;

/**
 * A page of households.
 *
 * @param after where the next page begins; null on the last
 */
public record HouseholdPage(List<Row> items, @Nullable String after) {

    /**
     * One line.
     *
     * @param found the person whom the search found in the household; null when it found the household itself, or nothing was searched
     */
    public record Row(Household household, @Nullable Person found) {}
}
