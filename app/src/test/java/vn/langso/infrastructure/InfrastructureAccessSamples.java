package vn.langso.infrastructure;

import java.util.Map;
import java.util.UUID;

import vn.langso.places.Place;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;

/** A station in each village for the access matrix. */
class InfrastructureAccessSamples implements AccessSamples {

    private final Infrastructure infrastructure;

    InfrastructureAccessSamples(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        return Map.of("asset.own", station(program, own), "asset.foreign", station(program, foreign));
    }

    private String station(Caller program, Place village) {
        UUID id = infrastructure.addAsset(program, village.id(), InfrastructureSamples.station());
        return id.toString();
    }
}
