package vn.langso.lighting.board;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.kernel.Texts;
import vn.langso.lighting.Layout;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.readings.Readings;

/** Gathers the lights of a village from what the other parts of lighting know. */
@Component
class Board {

    private final LightingAssets assets;
    private final Readings readings;
    private final InstantSource clock;

    Board(LightingAssets assets, Readings readings, InstantSource clock) {
        this.assets = assets;
        this.readings = readings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public VillageLights of(UUID village) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Texts.ZONE);
        List<Layout> layouts = assets.layouts(Set.of(village), today);
        List<UUID> cabinets =
                layouts.stream().map(layout -> layout.cabinet().id()).toList();
        return VillageLights.of(
                assets.roads(Set.of(village), today), layouts, readings.newest(cabinets), clock.instant());
    }
}
