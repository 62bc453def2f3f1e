package vn.langso.infrastructure;

/** A point in WGS 84 degrees. */
public record Position(double latitude, double longitude) {

    /** True inside the rectangle around Vietnam with its islands: a wider one would let swapped numbers through. */
    boolean inVietnam() {
        return latitude >= 6.5 && latitude <= 23.5 && longitude >= 102 && longitude <= 118;
    }
}
