package vn.langso.lighting.cuts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import vn.langso.places.Place;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;

/** A planned cut in each village for the access matrix. */
class CutAccessSamples implements AccessSamples {

    private final PlannedCuts cuts;
    private final InstantSource clock;

    CutAccessSamples(PlannedCuts cuts, InstantSource clock) {
        this.cuts = cuts;
        this.clock = clock;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        return Map.of("cut.own", cut(program, own), "cut.foreign", cut(program, foreign));
    }

    private String cut(Caller program, Place village) {
        Instant from = clock.instant().plus(Duration.ofDays(1));
        return cuts.enter(
                        program,
                        new NewCut(village.id(), from, from.plus(Duration.ofHours(3)), "Điện lực Mẫu", "bảo trì"))
                .toString();
    }
}
