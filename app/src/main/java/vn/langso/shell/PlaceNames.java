package vn.langso.shell;

import java.util.UUID;

/** Names of places for the page frame; implemented by {@code places}. */
public interface PlaceNames {

    /** Full name of the place as of today, "Thôn Chí Phúc". */
    String fullName(UUID placeId);
}
