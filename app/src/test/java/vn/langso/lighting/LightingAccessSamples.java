package vn.langso.lighting;

import java.util.Map;
import java.util.UUID;

import vn.langso.places.Place;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;

/** A cabinet with lamps in each village for the access matrix. */
class LightingAccessSamples implements AccessSamples {

    private final LightingAssets assets;

    LightingAccessSamples(LightingAssets assets) {
        this.assets = assets;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        UUID here = assets.record(program, LightingSamples.cabinet(own.id(), "MA", null));
        UUID there = assets.record(program, LightingSamples.cabinet(foreign.id(), "MA", null));
        return Map.of(
                "cabinet.own",
                here.toString(),
                "cabinet.foreign",
                there.toString(),
                "lamp.own",
                lamp(here),
                "lamp.foreign",
                lamp(there));
    }

    private String lamp(UUID cabinet) {
        return assets.layoutOf(cabinet).lamps().getFirst().id().toString();
    }
}
