package vn.langso.lighting.watch;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.Lamp;

/** How many lamps of a circuit are out, from its watts against those of its lamps' plates. An inference, never a measurement of a lamp. */
final class LampLoss {

    /** A lamp is missed when at least six tenths of its watts are: meters and drivers together are wrong by some percent. */
    private static final double NEARLY_A_LAMP = 0.4;

    /** Below this voltage lamps take less without being out. */
    private static final int LOW_VOLTAGE_DV = 1_900;

    private LampLoss() {}

    /** 0 when none is missed or nothing can be said; never all of them, because then the circuit is dark. */
    static int of(List<Lamp> lamps, @Nullable Double powerW, @Nullable Integer voltageDv, Wanted wanted) {
        if (powerW == null || !wanted.lit() || lamps.isEmpty() || (voltageDv != null && voltageDv < LOW_VOLTAGE_DV)) {
            return 0;
        }
        double plates = 0;
        for (Lamp lamp : lamps) {
            plates += lamp.watts();
        }
        double full = plates * wanted.percent() / 100;
        double one = full / lamps.size();
        int lost = (int) Math.floor((full - powerW) / one + NEARLY_A_LAMP);
        return Math.clamp(lost, 0, lamps.size() - 1);
    }
}
