package vn.langso.infrastructure;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A technology that a station sends, or that reaches a lane, from one day to another.
 *
 * @param operator who offers it in the lane; null at a station, whose operator it is
 * @param until last day, inclusive; null while it is offered
 */
public record NetworkOffer(
        Technology technology,
        @Nullable String operator,
        LocalDate since,
        @Nullable LocalDate until) {

    boolean on(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }
}
