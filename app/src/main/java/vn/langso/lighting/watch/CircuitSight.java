package vn.langso.lighting.watch;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What one circuit shows; null is unknown and never decides anything.
 *
 * @param roadId the road whose lamps hang on it
 * @param lamps codes of its lamps
 * @param ratedW watts of all its lamps at full light
 * @param on the relay, as reported
 * @param cableWhole false when the cabinet measures that the cable is open
 * @param switchedBy who switched it last as the cabinet says: plan, local, command, timer, light-sensor
 * @param lostLamps how many lamps the loss of watts speaks for; 0 when none or when lamps report themselves
 * @param faulty lamps that report a fault of their own, by id and code
 */
record CircuitSight(
        UUID id,
        String code,
        UUID roadId,
        String road,
        List<String> lamps,
        int ratedW,
        @Nullable Boolean on,
        @Nullable Double powerW,
        @Nullable Boolean cableWhole,
        @Nullable String switchedBy,
        int lostLamps,
        List<FaultyLamp> faulty,
        Wanted wanted) {

    record FaultyLamp(UUID id, String code, String fault) {}

    CircuitSight wanting(Wanted other) {
        return new CircuitSight(
                id, code, roadId, road, lamps, ratedW, on, powerW, cableWhole, switchedBy, lostLamps, faulty, other);
    }

    CircuitSight switchedOffBy(@Nullable String whom) {
        return new CircuitSight(
                id, code, roadId, road, lamps, ratedW, on, powerW, cableWhole, whom, lostLamps, faulty, wanted);
    }

    boolean relayOff() {
        return Boolean.FALSE.equals(on);
    }

    boolean cableOpen() {
        return Boolean.FALSE.equals(cableWhole);
    }

    /** Watts below which nothing burns: an idle driver takes one or two, so a twentieth of what is wanted, at least 3 W. */
    private double nothingBurnsW() {
        return Math.max(3, ratedW * Math.max(wanted.percent(), 10) / 100.0 / 20);
    }

    boolean burns() {
        return powerW != null && powerW > nothingBurnsW();
    }

    boolean measuredDark() {
        return powerW != null && powerW <= nothingBurnsW();
    }

    boolean takesMoreThan(double share) {
        return powerW != null && ratedW > 0 && powerW > ratedW * share;
    }
}
