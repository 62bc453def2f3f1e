package vn.langso.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of the timetable and of the sun. It runs with the machine's clock until it is sent ahead or sped up; messages and commands keep
 * the machine's time, so an evening can be shown at noon without any device having a wrong clock.
 */
final class Sky {

    private final InstantSource wall;
    private final double latitude;
    private final double longitude;
    private Instant anchorWall;
    private Instant anchorSky;
    private double speed = 1;
    private double cloud = 1;

    Sky(InstantSource wall, double latitude, double longitude) {
        this.wall = wall;
        this.latitude = latitude;
        this.longitude = longitude;
        this.anchorWall = wall.instant();
        this.anchorSky = anchorWall;
    }

    synchronized Instant now() {
        long nanos = Duration.between(anchorWall, wall.instant()).toNanos();
        return anchorSky.plusNanos((long) (nanos * speed));
    }

    /** How far the timetable is ahead of the machine's clock. */
    synchronized Duration ahead() {
        return Duration.between(wall.instant(), now());
    }

    synchronized double speed() {
        return speed;
    }

    synchronized void jumpTo(Instant time) {
        anchorWall = wall.instant();
        anchorSky = time;
    }

    synchronized void speedUp(double factor) {
        Instant sky = now();
        anchorWall = wall.instant();
        anchorSky = sky;
        speed = factor;
    }

    /** With the machine's clock again. */
    synchronized void returnToClock() {
        anchorWall = wall.instant();
        anchorSky = anchorWall;
        speed = 1;
        cloud = 1;
    }

    /** 1 is a clear sky, 0.01 a black thunderstorm. */
    synchronized void cloud(double share) {
        cloud = share;
    }

    /** What a light sensor under this sky would say. */
    synchronized double lux() {
        double elevation = Sun.elevation(now(), latitude, longitude);
        // Clear sky: about 100,000 lx at the zenith, 400 lx at sunset, 3.4 lx at the end of civil twilight.
        double clear = elevation > 0
                ? 400 + 100_000 * Math.sin(Math.toRadians(elevation))
                : 400 * Math.pow(10, elevation / 6 * 2.07);
        return Math.max(0.001, clear * cloud);
    }

    Instant nextSunset() {
        return Sun.nextSunset(now(), latitude, longitude);
    }

    /** Lamps on from ten minutes after sunset until ten minutes before sunrise, as the usual astronomical timer does. */
    boolean timerSaysLit(Instant time) {
        return Sun.isNight(time.minus(Duration.ofMinutes(10)), latitude, longitude)
                && Sun.isNight(time.plus(Duration.ofMinutes(10)), latitude, longitude);
    }
}
