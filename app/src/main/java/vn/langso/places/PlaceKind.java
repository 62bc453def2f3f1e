package vn.langso.places;

/** The levels of the tree, the highest first. Districts exist until 30/06/2025; villages have no national code. */
public enum PlaceKind {
    COUNTRY,
    PROVINCE,
    DISTRICT,
    COMMUNE,
    VILLAGE;

    /** Whether a place of this kind may lie directly under one of the other kind. */
    boolean fitsUnder(PlaceKind parent) {
        return switch (this) {
            case COUNTRY -> false;
            case PROVINCE -> parent == COUNTRY;
            case DISTRICT -> parent == PROVINCE;
            case COMMUNE -> parent == PROVINCE || parent == DISTRICT;
            case VILLAGE -> parent == COMMUNE;
        };
    }
}
