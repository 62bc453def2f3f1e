package vn.langso.lighting.watch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import vn.langso.lighting.alarms.AlarmKind;

/**
 * How patient the watch is.
 *
 * @param grace after a change of what is wanted: timers of cabinets drift by a minute, lamps take some seconds to burn
 * @param quiet how long nothing may be wrong before an alarm ends, so that a loose contact is one alarm
 * @param fresh older messages tell of the past: they are kept, but raise and end nothing
 * @param lampLoss a lamp must stay dark that long: drivers restart after a dip of the voltage
 * @param circuitLoss the same for a whole circuit without power whose cable is whole
 * @param unwanted burning by day, more watts than lamps: seen by electricians testing as well
 * @param together circuits of one road that go dark within it went dark together
 * @param door an opening of the door that long before darkness belongs to it
 * @param neighbours so many cabinets without supply at once are an outage
 * @param overload share of the rated watts above which somebody else uses the cable or it leaks
 */
@ConfigurationProperties("langso.lighting.watch")
record WatchSettings(
        @DefaultValue("2m") Duration grace,
        @DefaultValue("20s") Duration quiet,
        @DefaultValue("5m") Duration fresh,
        @DefaultValue("5m") Duration lampLoss,
        @DefaultValue("30s") Duration circuitLoss,
        @DefaultValue("10m") Duration unwanted,
        @DefaultValue("60s") Duration together,
        @DefaultValue("15m") Duration door,
        @DefaultValue("2") int neighbours,
        @DefaultValue("1.3") double overload) {

    static WatchSettings usual() {
        return new WatchSettings(
                Duration.ofMinutes(2),
                Duration.ofSeconds(20),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                Duration.ofSeconds(60),
                Duration.ofMinutes(15),
                2,
                1.3);
    }

    /** How long it must be seen before it is an alarm. */
    Duration patience(AlarmKind kind) {
        return switch (kind) {
            case LAMP_FAULT -> lampLoss;
            case CIRCUIT_FAULT, WRONG_PLAN -> circuitLoss;
            case UNEXPECTED_ON, OVERLOAD -> unwanted;
            case TAMPERING,
                    CABLE_CUT,
                    DOOR_OPEN,
                    CABINET_SILENT,
                    LOCAL_MODE,
                    BREAKER_TRIPPED,
                    SUPPLY_OUTAGE,
                    PLANNED_CUT -> Duration.ZERO;
        };
    }
}
