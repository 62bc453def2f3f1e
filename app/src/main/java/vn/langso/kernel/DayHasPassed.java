package vn.langso.kernel;

import java.time.LocalDate;

/**
 * A legal day has ended; published once for all copies of the program and caught up after downtime.
 *
 * @param day the day that is over
 */
public record DayHasPassed(LocalDate day) {}
