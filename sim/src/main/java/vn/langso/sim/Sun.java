package vn.langso.sim;

import java.time.Duration;
import java.time.Instant;

/** Where the sun stands, by the short formula of the Astronomical Almanac (0.01 degrees, good for a timer). */
final class Sun {

    /** The upper rim at the horizon with refraction. */
    private static final double HORIZON_DEGREES = -0.833;

    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Instant J2000 = Instant.parse("2000-01-01T12:00:00Z");

    private Sun() {}

    static double elevation(Instant time, double latitude, double longitude) {
        double days = Duration.between(J2000, time).toMillis() / 86_400_000.0;
        double anomaly = Math.toRadians(357.528 + 0.9856003 * days);
        double ecliptic =
                Math.toRadians(280.460 + 0.9856474 * days + 1.915 * Math.sin(anomaly) + 0.020 * Math.sin(2 * anomaly));
        double tilt = Math.toRadians(23.439 - 0.0000004 * days);
        double declination = Math.asin(Math.sin(tilt) * Math.sin(ecliptic));
        double ascension = Math.atan2(Math.cos(tilt) * Math.sin(ecliptic), Math.cos(ecliptic));
        double siderealDegrees = 280.46061837 + 360.98564736629 * days + longitude;
        double hourAngle = Math.toRadians(siderealDegrees) - ascension;
        double north = Math.toRadians(latitude);
        return Math.toDegrees(Math.asin(Math.sin(north) * Math.sin(declination)
                + Math.cos(north) * Math.cos(declination) * Math.cos(hourAngle)));
    }

    static boolean isNight(Instant time, double latitude, double longitude) {
        return elevation(time, latitude, longitude) < HORIZON_DEGREES;
    }

    /** To the minute. */
    static Instant nextSunset(Instant from, double latitude, double longitude) {
        Instant time = from;
        while (isNight(time, latitude, longitude)) {
            time = time.plus(STEP);
        }
        while (!isNight(time, latitude, longitude)) {
            time = time.plus(STEP);
        }
        return time;
    }
}
