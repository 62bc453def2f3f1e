package vn.langso.lighting.commands;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.lighting.Circuit;
import vn.langso.lighting.Layout;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.Road;
import vn.langso.places.Places;

/** Finds the circuits that an order is about. */
@Component
class Targets {

    private final LightingAssets assets;
    private final Places places;
    private final InstantSource clock;

    Targets(LightingAssets assets, Places places, InstantSource clock) {
        this.assets = assets;
        this.places = places;
        this.clock = clock;
    }

    /** A cabinet and those of its circuits that are meant. */
    record Concerned(Layout layout, List<Circuit> circuits) {}

    /** @param name what is meant, as people call it */
    record Found(UUID placeId, String name, List<Concerned> concerned) {}

    /** Refuses {@code LGT-020} for what is not there and {@code LGT-023} for one lamp of a cabinet that cannot switch it alone. */
    Found find(Order.Target target) {
        return switch (target) {
            case Order.Target.OfPlace place ->
                new Found(
                        place.placeId(),
                        places.tree().get(place.placeId()).fullName(),
                        assets.layouts(assets.villages(place.placeId()), today()).stream()
                                .map(layout -> new Concerned(layout, layout.circuits()))
                                .toList());
            case Order.Target.OfRoad road -> ofRoad(road.roadId());
            case Order.Target.OfCabinet cabinet -> {
                Layout layout = assets.layoutOf(cabinet.cabinetId());
                yield new Found(
                        layout.cabinet().placeId(),
                        layout.cabinet().name(),
                        List.of(new Concerned(layout, layout.circuits())));
            }
            // No cabinet that this program can talk to switches lamps one by one yet.
            case Order.Target.OfLamp _ ->
                throw Problem.at("target", CommandProblem.NO_LAMP_CONTROLLERS).asException();
        };
    }

    UUID villageOf(UUID cabinetId) {
        return assets.layoutOf(cabinetId).cabinet().placeId();
    }

    private Found ofRoad(UUID roadId) {
        Road road = assets.road(roadId)
                .orElseThrow(() -> Problem.of(CommandProblem.UNKNOWN).asException());
        return new Found(
                road.placeId(),
                road.code() + " " + road.name(),
                assets.layouts(Set.of(road.placeId()), today()).stream()
                        .map(layout -> new Concerned(layout, layout.circuitsOf(roadId)))
                        .filter(one -> !one.circuits().isEmpty())
                        .toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Texts.ZONE);
    }
}
