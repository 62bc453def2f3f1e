package vn.langso.iot.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What was heard of one device: which numbers, when, and how wrong its clock is. Not thread safe; lives for one batch, under the lock of its
 * row.
 */
final class Link {

    /** How a message's number stands to those before. */
    enum Verdict {
        FRESH,
        DOUBLE,
        /** Far below what was seen: repeated, or a device that lost its memory. */
        REPLAYED
    }

    static final int WINDOW = 256;

    private static final int BITS = 64;

    /** Smaller errors are no errors: networks are not quicker. */
    private static final Duration SMALL = Duration.ofSeconds(2);

    /** Two messages came as they were sent, and not out of a store, when the times between them differ by less. */
    private static final Duration LIVE = Duration.ofMillis(1500);

    private final String device;
    private final boolean wasSilent;
    private final long[] seen;
    private long highSeq;
    private boolean newLife;
    private @Nullable Long offsetMillis;
    private @Nullable Instant lastSent;
    private @Nullable Instant lastReceived;

    Link(Row row) {
        this.device = row.device();
        this.highSeq = row.highSeq();
        this.seen = row.seen().clone();
        this.newLife = row.newLife();
        this.wasSilent = row.silent();
        this.offsetMillis = row.offsetMillis();
        this.lastSent = row.lastSent();
        this.lastReceived = row.lastReceived();
    }

    /** The row as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // carried from the row and back, never compared
    record Row(
            String device,
            long highSeq,
            long[] seen,
            boolean newLife,
            boolean silent,
            @Nullable Long offsetMillis,
            @Nullable Instant lastSent,
            @Nullable Instant lastReceived) {}

    Row row() {
        return new Row(device, highSeq, seen, newLife, false, offsetMillis, lastSent, lastReceived);
    }

    boolean wasSilent() {
        return wasSilent;
    }

    /** Judges a number and remembers it. */
    Verdict take(long seq) {
        if (highSeq < 0 || (newLife && seq <= highSeq - WINDOW)) {
            begin(seq);
            return Verdict.FRESH;
        }
        long back = highSeq - seq;
        if (back < 0) {
            advance(-back);
            highSeq = seq;
            mark(0);
            newLife = false;
            return Verdict.FRESH;
        }
        if (back >= WINDOW) {
            return Verdict.REPLAYED;
        }
        if (isMarked((int) back)) {
            return newLife && back > 0 && seq <= 1 ? restart(seq) : Verdict.DOUBLE;
        }
        mark((int) back);
        return Verdict.FRESH;
    }

    /** For a device without numbers: gives one, unless these were among the last four messages. Empty below zero. */
    long number(long fingerprint) {
        if (fingerprint != 0) {
            for (long one : seen) {
                if (one == fingerprint) {
                    return -1;
                }
            }
            System.arraycopy(seen, 0, seen, 1, seen.length - 1);
            seen[0] = fingerprint;
        }
        highSeq++;
        return highSeq;
    }

    /**
     * Learns how much the device's clock is ahead of ours. Messages out of a store came late and would make it look slow; so an error to that
     * side counts only when messages come in the pace in which they were sent.
     */
    void learn(@Nullable Instant sent, Instant received) {
        if (sent == null) {
            return;
        }
        long now = Duration.between(received, sent).toMillis();
        if (offsetMillis == null || now > offsetMillis || isLive(sent, received)) {
            offsetMillis = now;
        }
        lastSent = sent;
        lastReceived = received;
    }

    /** What to take off the device's times; zero while its clock is right or nothing is known. */
    Duration correction() {
        if (offsetMillis == null || Math.abs(offsetMillis) < SMALL.toMillis()) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(offsetMillis);
    }

    private boolean isLive(Instant sent, Instant received) {
        if (lastSent == null || lastReceived == null) {
            return false;
        }
        Duration apart = Duration.between(lastReceived, received);
        Duration difference = Duration.between(lastSent, sent).minus(apart).abs();
        return apart.compareTo(LIVE) > 0 && difference.compareTo(LIVE) < 0;
    }

    private Verdict restart(long seq) {
        begin(seq);
        return Verdict.FRESH;
    }

    private void begin(long seq) {
        Arrays.fill(seen, 0);
        highSeq = seq;
        newLife = false;
        mark(0);
    }

    private boolean isMarked(int bit) {
        return (seen[bit / BITS] & (1L << (bit % BITS))) != 0;
    }

    private void mark(int bit) {
        seen[bit / BITS] |= 1L << (bit % BITS);
    }

    private void advance(long by) {
        if (by >= WINDOW) {
            Arrays.fill(seen, 0);
            return;
        }
        int words = (int) by / BITS;
        int bits = (int) by % BITS;
        for (int i = seen.length - 1; i >= 0; i--) {
            long high = i - words >= 0 ? seen[i - words] << bits : 0;
            long low = bits > 0 && i - words - 1 >= 0 ? seen[i - words - 1] >>> (BITS - bits) : 0;
            seen[i] = high | low;
        }
    }
}
