package vn.langso.lighting.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.Reason;
import vn.langso.lighting.watch.WatchState.Dark;

/** What is wrong with one circuit, seen by itself and beside the other circuits of its road. Rows C1 to C12 of docs/darkness-watch.md. */
class CircuitRules {

    /** Cabinets that switch by themselves, for a reason that they know. */
    private static final Set<String> BY_ITSELF = Set.of("plan", "timer", "light-sensor");

    /** Lamps do not fail by threes in one moment: a line does. */
    private static final int MANY_LAMPS = 3;

    private final WatchSettings settings;

    CircuitRules(WatchSettings settings) {
        this.settings = settings;
    }

    /** What is wrong with a circuit, for the whole of it; {@code lost} lamps, 0 for all of them. */
    record Wrong(CircuitSight circuit, AlarmKind kind, int lost, List<Reason> reasons) {}

    /** What is wrong with the circuit; null when nothing is, or nothing can be said. */
    @Nullable
    Wrong judge(CircuitSight circuit, Sight sight, WatchState state) {
        Instant at = sight.at();
        if (circuit.cableOpen()) {
            return wrong(circuit, AlarmKind.CABLE_CUT, Reason.of("cable-open", circuit.code()));
        }
        Wanted wanted = circuit.wanted();
        if (wanted.dark()) {
            return unwanted(circuit, at);
        }
        if (!wanted.lit()) {
            return null;
        }
        Dark dark = state.dark().get(circuit.id());
        boolean burned = dark != null && dark.burned();
        if (wanted.endsSoon(at, settings.grace()) || (!burned && !wanted.hasSettled(at, settings.grace()))) {
            return null;
        }
        if ((circuit.relayOff() || circuit.measuredDark()) && !burned && isJustSeen(dark, at)) {
            return null;
        }
        if (circuit.relayOff()) {
            return relayOff(circuit, sight);
        }
        if (circuit.measuredDark()) {
            return noPower(circuit, sight, state, burned);
        }
        if (circuit.takesMoreThan(settings.overload())) {
            return wrong(
                    circuit,
                    AlarmKind.OVERLOAD,
                    Reason.of("watts-over", circuit.code(), watts(circuit), circuit.ratedW()));
        }
        return circuit.lostLamps() > 0 && dark != null ? lampsLost(circuit, dark) : null;
    }

    /** An order to be dark may just have ended: the cabinet has the grace to follow. */
    private boolean isJustSeen(@Nullable Dark dark, Instant at) {
        return dark == null || at.isBefore(dark.since().plus(settings.grace()));
    }

    private @Nullable Wrong unwanted(CircuitSight circuit, Instant at) {
        boolean on = circuit.burns() || (Boolean.TRUE.equals(circuit.on()) && circuit.powerW() == null);
        return on && circuit.wanted().hasSettled(at, settings.grace())
                ? wrong(circuit, AlarmKind.UNEXPECTED_ON, Reason.of("burns-unwanted", circuit.code()))
                : null;
    }

    private static Wrong relayOff(CircuitSight circuit, Sight sight) {
        String by = circuit.switchedBy();
        if (by != null && BY_ITSELF.contains(by) && !sight.isLocal()) {
            return wrong(circuit, AlarmKind.WRONG_PLAN, Reason.of("relay-off-by-" + by, circuit.code()));
        }
        Reason how = "command".equals(by)
                ? Reason.of("relay-off-by-foreign-command", circuit.code())
                : Reason.of("relay-off", circuit.code());
        return wrong(circuit, AlarmKind.TAMPERING, how, Reason.of("nobody-ordered"));
    }

    /** The relay is on or unknown, and nothing flows. */
    private Wrong noPower(CircuitSight circuit, Sight sight, WatchState state, boolean burned) {
        Reason none = Reason.of(burned ? "power-gone" : "power-never", circuit.code());
        if (burned && roadWentDarkTogether(circuit, sight, state)) {
            return wrong(
                    circuit, AlarmKind.TAMPERING, none, Reason.of("circuits-together"), Reason.of("nobody-ordered"));
        }
        if (circuit.cableWhole() == null && burned) {
            return wrong(circuit, AlarmKind.CABLE_CUT, none, Reason.of("cable-not-measured"));
        }
        return wrong(circuit, AlarmKind.CIRCUIT_FAULT, none);
    }

    private static Wrong lampsLost(CircuitSight circuit, Dark dark) {
        int lost = circuit.lostLamps();
        Reason watts = Reason.of(
                "watts-missing",
                circuit.code(),
                watts(circuit),
                lost,
                circuit.lamps().size());
        boolean line = dark.burned() && dark.atOnce() >= MANY_LAMPS;
        return new Wrong(
                circuit,
                line ? AlarmKind.CABLE_CUT : AlarmKind.LAMP_FAULT,
                lost,
                line ? List.of(watts, Reason.of("lamps-at-once", dark.atOnce())) : List.of(watts));
    }

    /** Fuses of two circuits do not blow in one moment; a hand pulls them, or a knife goes through a cable that is not measured. */
    private boolean roadWentDarkTogether(CircuitSight circuit, Sight sight, WatchState state) {
        Dark own = state.dark().get(circuit.id());
        if (own == null) {
            return false;
        }
        int others = 0;
        for (CircuitSight other : sight.circuits()) {
            Dark dark = state.dark().get(other.id());
            if (!other.id().equals(circuit.id()) && other.roadId().equals(circuit.roadId())) {
                if (dark == null || !dark.burned() || !other.measuredDark() || other.cableOpen()) {
                    return false;
                }
                if (dark.since().minus(settings.together()).isAfter(own.since())
                        || dark.since().plus(settings.together()).isBefore(own.since())) {
                    return false;
                }
                others++;
            }
        }
        return others > 0;
    }

    private static Wrong wrong(CircuitSight circuit, AlarmKind kind, Reason... reasons) {
        List<Reason> all = new ArrayList<>(List.of(reasons));
        return new Wrong(circuit, kind, 0, all);
    }

    private static long watts(CircuitSight circuit) {
        Double power = circuit.powerW();
        return power == null ? 0 : Math.round(power);
    }
}
