package vn.langso.places;

import java.time.LocalDate;

/**
 * The document that a change of places rests on.
 *
 * @param number "1686/NQ-UBTVQH15"
 * @param effectiveOn first day of the new state
 * @param title what it decides, one line
 */
public record Decision(String number, LocalDate effectiveOn, String title) {}
