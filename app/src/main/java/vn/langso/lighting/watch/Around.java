package vn.langso.lighting.watch;

import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

/**
 * What goes on around a cabinet.
 *
 * @param plannedCut who announced the cut that holds now, as people wrote it; null when there is none
 * @param neighboursOut how many other cabinets of the commune lost supply or fell silent with this one; asked only when it decides
 * @param workUnderway true while an electrician has taken work at this cabinet
 */
record Around(@Nullable String plannedCut, IntSupplier neighboursOut, boolean workUnderway) {

    private static final Around QUIET = new Around(null, () -> 0, false);

    static Around quiet() {
        return QUIET;
    }
}
