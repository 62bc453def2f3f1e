package vn.langso.households;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of birth as well as it is known: of many older people only the year, or month and year, is on paper.
 *
 * @param date the day, or the first day of the known month or year
 */
public record BirthDate(LocalDate date, Precision precision) {

    /** How much of the date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ONLY_YEAR = Pattern.compile("\\d{4}");

    /** Reads 20/11/1985, 20-11-1985, 1985-11-20, 11/1985 and 1985; empty for anything else and for days like 30/02. */
    public static Optional<BirthDate> parse(String text) {
        String typed = text.strip();
        if (typed.length() > 10) {
            return Optional.empty();
        }
        try {
            Matcher match = DAY_FIRST.matcher(typed);
            if (match.matches()) {
                return day(match.group(3), match.group(2), match.group(1));
            }
            match = ISO.matcher(typed);
            if (match.matches()) {
                return day(match.group(1), match.group(2), match.group(3));
            }
            match = MONTH_YEAR.matcher(typed);
            if (match.matches()) {
                LocalDate first = LocalDate.of(Integer.parseInt(match.group(2)), Integer.parseInt(match.group(1)), 1);
                return Optional.of(new BirthDate(first, Precision.MONTH));
            }
            return ONLY_YEAR.matcher(typed).matches() ? Optional.of(ofYear(Integer.parseInt(typed))) : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    public static BirthDate ofYear(int year) {
        return new BirthDate(LocalDate.of(year, 1, 1), Precision.YEAR);
    }

    /** 20/11/1985, 11/1985 or 1985: what {@link #parse} reads back. */
    public String text() {
        return switch (precision) {
            case DAY -> "%02d/%02d/%04d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
            case MONTH -> "%02d/%04d".formatted(date.getMonthValue(), date.getYear());
            case YEAR -> "%04d".formatted(date.getYear());
        };
    }

    private static Optional<BirthDate> day(String year, String month, String day) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return Optional.of(new BirthDate(date, Precision.DAY));
    }
}
