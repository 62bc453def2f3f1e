package vn.langso.lighting.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.Circuit;
import vn.langso.lighting.Lamp;
import vn.langso.lighting.Layout;
import vn.langso.lighting.readings.CabinetState;

/** What can be said of lamps from the newest report of their cabinet. */
final class LampRule {

    /** After so long without a report the last one says nothing any more. */
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** Below this share of the plates a circuit is dark: drivers and cables take a few watts. */
    private static final double DARK_BELOW = 0.1;

    /** A lamp's watts sway by some percent with voltage and warmth, so only most of a lamp's share counts as one lamp. */
    private static final double MOST_OF_A_LAMP = 0.7;

    private LampRule() {}

    /** By slot. Without lamp controllers it is known how many are dark, not which: those stand last, as unknown. */
    static List<LampSight> look(Layout layout, @Nullable CabinetState state, Instant now) {
        List<LampSight> sights = new ArrayList<>();
        boolean silent = state == null || state.receivedAt().isBefore(now.minus(GOOD_FOR));
        for (Circuit circuit : layout.circuits()) {
            List<Lamp> lamps = layout.lampsOf(circuit);
            if (silent || state == null) {
                lamps.forEach(lamp -> sights.add(new LampSight(lamp, Glow.UNKNOWN, null, null, false)));
            } else if (layout.cabinet().lampControllers()) {
                lamps.forEach(lamp -> sights.add(measured(lamp, state)));
            } else {
                sights.addAll(inferred(layout, circuit, lamps, state));
            }
        }
        return sights;
    }

    private static LampSight measured(Lamp lamp, CabinetState state) {
        Double watts = state.lampW(lamp.slot());
        Boolean on = lamp.slot() < state.lampOn().length ? state.lampOn()[lamp.slot()] : null;
        if (watts == null) {
            return new LampSight(lamp, Glow.UNKNOWN, on, null, false);
        }
        boolean burns = watts >= DARK_BELOW * lamp.watts();
        Glow glow = burns ? Glow.LIT : Boolean.TRUE.equals(on) ? Glow.BROKEN : Glow.DARK;
        return new LampSight(lamp, glow, on, watts, false);
    }

    private static List<LampSight> inferred(Layout layout, Circuit circuit, List<Lamp> lamps, CabinetState state) {
        Boolean on = state.isOn(circuit.slot());
        Double watts = state.powerW(circuit.slot());
        int lit = litOf(lamps.size(), layout.ratedW(circuit), on, watts);
        List<LampSight> sights = new ArrayList<>();
        for (int i = 0; i < lamps.size(); i++) {
            Glow glow = lit < 0 ? Glow.UNKNOWN : i < lit ? Glow.LIT : lit == 0 ? Glow.DARK : Glow.UNKNOWN;
            sights.add(new LampSight(lamps.get(i), glow, on, null, true));
        }
        return sights;
    }

    /** How many of the lamps burn; below 0 when nothing is known. */
    static int litOf(int lamps, int ratedW, @Nullable Boolean on, @Nullable Double watts) {
        if (watts == null) {
            return on == null ? -1 : on ? lamps : 0;
        }
        if (watts < DARK_BELOW * ratedW) {
            return 0;
        }
        double missing = (ratedW - watts) / ((double) ratedW / lamps);
        return lamps - (int) Math.max(0, Math.floor(missing + 1 - MOST_OF_A_LAMP));
    }
}
