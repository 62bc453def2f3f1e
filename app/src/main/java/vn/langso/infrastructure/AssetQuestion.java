package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Which things: of these kinds, in the villages below the place as the tree stood on the day. */
record AssetQuestion(UUID placeId, LocalDate on, List<AssetKind> kinds) {

    static AssetQuestion all(UUID placeId, LocalDate on) {
        return new AssetQuestion(placeId, on, List.of(AssetKind.values()));
    }

    static AssetQuestion lanes(UUID placeId, LocalDate on) {
        return new AssetQuestion(placeId, on, List.of(AssetKind.LANE));
    }

    static AssetQuestion sites(UUID placeId, LocalDate on) {
        return new AssetQuestion(placeId, on, AssetKind.SITES);
    }
}
