package vn.langso.bench;

import java.util.Arrays;

/** A growing list of measured values and what one says of them. */
final class Samples {

    private double[] values = new double[1024];
    private int size;

    synchronized void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    synchronized int size() {
        return size;
    }

    double median() {
        return percentile(50);
    }

    /** The value that {@code percent} of all are not above; NaN when nothing was measured. */
    synchronized double percentile(double percent) {
        if (size == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * size);
        return sorted[Math.clamp(rank - 1L, 0, size - 1)];
    }
}
