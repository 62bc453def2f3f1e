package vn.langso.lighting.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * What a circuit should do at a moment.
 *
 * @param percent brightness asked for; 0 is dark, below 0 nobody knows
 * @param since when this began
 * @param until when something else is wanted
 */
record Wanted(int percent, Instant since, Instant until) {

    private static final Wanted UNKNOWN = new Wanted(-1, Instant.EPOCH, Instant.MAX);

    static Wanted unknown() {
        return UNKNOWN;
    }

    boolean lit() {
        return percent > 0;
    }

    boolean dark() {
        return percent == 0;
    }

    /** True if the cabinet had time to follow: its timer may be late by the grace. */
    boolean hasSettled(Instant at, Duration grace) {
        return !at.isBefore(since.plus(grace));
    }

    /** True if the cabinet's timer may already be there, being early by the grace. */
    boolean endsSoon(Instant at, Duration grace) {
        return !at.plus(grace).isBefore(until);
    }
}
