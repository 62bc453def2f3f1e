package vn.langso.kernel;

import java.time.LocalDate;

/**
 * A day of the Vietnamese lunar calendar, which counts in UTC+7 and so differs from the Chinese one now and then.
 *
 * <p>A month begins on the day of the new moon; the month in which the sun reaches 270° is the eleventh; of thirteen months between two of
 * those, the first without a twelfth part of the sun's way (a multiple of 30°) repeats the number of the month before. New moon and sun
 * after Jean Meeus, Astronomical Algorithms, 2nd ed., chapters 25 and 49, main terms; good to some minutes between 1968 and 2100.
 *
 * @param leap true in the second of two months with the same number
 */
public record LunarDate(int day, int month, int year, boolean leap) {

    /** Julian day number of 1 January 1970. */
    private static final long EPOCH = 2_440_588;

    private static final double MONTH = 29.530588861;

    /** New moon of 6 January 2000, from which the others are numbered. */
    private static final double FIRST_NEW_MOON = 2_451_550.09766;

    private static final double ZONE_DAYS = 7 / 24.0;

    public static LunarDate of(LocalDate date) {
        long day = date.toEpochDay() + EPOCH;
        long first = monthAround(day);
        int year = date.getYear();
        long winter = eleventhMonth(year);
        if (first < winter) {
            year--;
            winter = eleventhMonth(year);
        }
        int index = (int) Math.round((first - winter) / MONTH);
        int repeated = repeatedMonth(winter, eleventhMonth(year + 1));
        boolean leap = repeated > 0 && index == repeated;
        int month = 11 + index - (repeated > 0 && index >= repeated ? 1 : 0);
        return new LunarDate(
                (int) (day - first) + 1, month > 12 ? month - 12 : month, month > 12 ? year + 1 : year, leap);
    }

    /** Which month after the eleventh repeats its number; 0 when there are only twelve. */
    private static int repeatedMonth(long winter, long nextWinter) {
        if (Math.round((nextWinter - winter) / MONTH) < 13) {
            return 0;
        }
        int index = 1;
        while (twelfth(month(winter, index)) != twelfth(month(winter, index + 1))) {
            index++;
        }
        return index;
    }

    /** First day of the month in which the sun reaches 270° in December of the year. */
    private static long eleventhMonth(int year) {
        long first = monthAround(LocalDate.of(year, 12, 31).toEpochDay() + EPOCH);
        return twelfth(first) >= 9 ? monthAround(first - 1) : first;
    }

    /** First day of the month that the day lies in. */
    private static long monthAround(long day) {
        long number = Math.round((day - FIRST_NEW_MOON) / MONTH) + 1;
        while (newMoon(number) > day) {
            number--;
        }
        return newMoon(number);
    }

    /** First day of a later month, counted from a first day. */
    private static long month(long first, int later) {
        return monthAround(Math.round(first + later * MONTH) + 3);
    }

    /** The local day of a new moon. */
    private static long newMoon(long k) {
        double t = k / 1236.85;
        double mean = FIRST_NEW_MOON + MONTH * k + (0.00015437 - 0.00000015 * t) * t * t;
        double e = 1 - (0.002516 + 0.0000074 * t) * t;
        double sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t;
        double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
        double latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
        double node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
        double shift = -0.40720 * sin(moon)
                + 0.17241 * e * sin(sun)
                + 0.01608 * sin(2 * moon)
                + 0.01039 * sin(2 * latitude)
                + 0.00739 * e * sin(moon - sun)
                - 0.00514 * e * sin(moon + sun)
                + 0.00208 * e * e * sin(2 * sun)
                - 0.00111 * sin(moon - 2 * latitude)
                - 0.00057 * sin(moon + 2 * latitude)
                + 0.00056 * e * sin(2 * moon + sun)
                - 0.00042 * sin(3 * moon)
                + 0.00042 * e * sin(sun + 2 * latitude)
                + 0.00038 * e * sin(sun - 2 * latitude)
                - 0.00024 * e * sin(2 * moon - sun)
                - 0.00017 * sin(node);
        return (long) Math.floor(mean + shift - lag(t) + ZONE_DAYS + 0.5);
    }

    /** In which of twelve parts of its way the sun stands as the local day begins, 0 from the spring equinox. */
    private static int twelfth(long day) {
        double t = (day - 0.5 - ZONE_DAYS - 2_451_545.0) / 36525;
        double mean = 280.46646 + (36000.76983 + 0.0003032 * t) * t;
        double anomaly = 357.52911 + (35999.05029 - 0.0001537 * t) * t;
        double longitude = mean
                + (1.914602 - (0.004817 + 0.000014 * t) * t) * sin(anomaly)
                + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
                + 0.000289 * sin(3 * anomaly)
                - 0.00569
                - 0.00478 * sin(125.04 - 1934.136 * t);
        return (int) Math.floor(((longitude % 360) + 360) % 360 / 30);
    }

    /** By how many days the clock lags behind the even time of the heavens: 64 s in 2000, about a second more each two years. */
    private static double lag(double centuries) {
        return (64 + 50 * centuries) / 86_400;
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
