package vn.langso.places;

import java.util.Set;
import java.util.UUID;

/** A module's records that hang on places: counted in the preview of a change, and a place that holds any cannot be undone away. */
public interface PlaceUse {

    /** Text key of what is counted, with {0} for the number: "households.place-use". */
    String textKey();

    long count(Set<UUID> placeIds);
}
