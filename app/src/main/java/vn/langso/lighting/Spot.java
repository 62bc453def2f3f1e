package vn.langso.lighting;

/** A point in WGS 84 degrees. */
public record Spot(double latitude, double longitude) {

    /** True inside the rectangle around Vietnam with its islands: a wider one would let swapped numbers through. */
    boolean isInVietnam() {
        return latitude >= 6.5 && latitude <= 23.5 && longitude >= 102 && longitude <= 118;
    }
}
