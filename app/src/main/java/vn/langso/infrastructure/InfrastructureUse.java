package vn.langso.infrastructure;

import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.langso.places.PlaceUse;

/** Tells the preview of a change of places how many things hang on them. */
@Component
class InfrastructureUse implements PlaceUse {

    private final AssetStore assets;
    private final LaneStore lanes;

    InfrastructureUse(AssetStore assets, LaneStore lanes) {
        this.assets = assets;
        this.lanes = lanes;
    }

    @Override
    public String textKey() {
        return "infrastructure.place-use.count";
    }

    @Override
    public long count(Set<UUID> placeIds) {
        return assets.count(placeIds) + lanes.count(placeIds);
    }
}
