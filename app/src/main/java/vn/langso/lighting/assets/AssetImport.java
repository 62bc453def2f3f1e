package vn.langso.lighting.assets;

import java.time.Instant;
import java.util.UUID;

import vn.langso.lighting.LightingEdits.Made;

/** A sheet of lamps that was sent for a village, and what has become of it. */
record AssetImport(UUID id, UUID placeId, String fileName, State state, String sentBy, Instant createdAt, Made made) {

    enum State {
        PREVIEWED,
        RECORDED,
        UNDONE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
