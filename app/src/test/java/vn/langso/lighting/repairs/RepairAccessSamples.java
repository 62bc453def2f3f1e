package vn.langso.lighting.repairs;

import java.util.Map;
import java.util.UUID;

import vn.langso.kernel.Ids;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingSamples;
import vn.langso.places.Place;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;

/** A piece of work in each village for the access matrix. */
class RepairAccessSamples implements AccessSamples {

    private final RepairStore store;
    private final LightingAssets assets;

    RepairAccessSamples(RepairStore store, LightingAssets assets) {
        this.store = store;
        this.assets = assets;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        return Map.of("repair.own", repair(program, own, "own"), "repair.foreign", repair(program, foreign, "foreign"));
    }

    private String repair(Caller program, Place village, String name) {
        UUID cabinet = assets.record(program, LightingSamples.cabinet(village.id(), "SUA-" + name, "tu-sua-" + name));
        UUID id = Ids.next();
        store.insert(id, RepairSamples.alarm(village.id(), cabinet), RepairSamples.NINE);
        return id.toString();
    }
}
