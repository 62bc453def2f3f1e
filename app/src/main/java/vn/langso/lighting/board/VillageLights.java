package vn.langso.lighting.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.Circuit;
import vn.langso.lighting.Layout;
import vn.langso.lighting.Road;
import vn.langso.lighting.readings.CabinetState;

/**
 * The lights of one village as they are known now.
 *
 * @param newest by cabinet; a cabinet that never reported is not in it
 */
record VillageLights(List<Layout> layouts, Map<UUID, CabinetState> newest, List<RoadLights> roads, Instant at) {

    /** A road with its lamps in their order along it. */
    record RoadLights(Road road, List<LampSight> lamps) {

        long lit() {
            return lamps.stream().filter(lamp -> lamp.glow() == Glow.LIT).count();
        }

        /** On when at least half of what is known burns: a broken lamp leaves a road on. */
        boolean isOn() {
            return lit() * 2 >= lamps.size() && !lamps.isEmpty();
        }

        /** In a circuit on its own some lamps are dark and nobody can say which. */
        boolean isDoubtful() {
            return lit() > 0 && lamps.stream().anyMatch(lamp -> lamp.glow() == Glow.UNKNOWN);
        }
    }

    static VillageLights of(List<Road> roads, List<Layout> layouts, Map<UUID, CabinetState> newest, Instant now) {
        List<LampSight> sights = new ArrayList<>();
        layouts.forEach(layout ->
                sights.addAll(LampRule.look(layout, newest.get(layout.cabinet().id()), now)));
        List<RoadLights> lights = roads.stream()
                .map(road -> new RoadLights(
                        road,
                        sights.stream()
                                .filter(sight -> sight.lamp().roadId().equals(road.id()))
                                .sorted(Comparator.comparingInt(
                                        sight -> sight.lamp().position()))
                                .toList()))
                .toList();
        return new VillageLights(layouts, newest, lights, now);
    }

    List<LampSight> lamps() {
        return roads.stream().flatMap(road -> road.lamps().stream()).toList();
    }

    long count(Glow glow) {
        return lamps().stream().filter(lamp -> lamp.glow() == glow).count();
    }

    boolean isOn() {
        return count(Glow.LIT) > 0;
    }

    /** Cabinets that reported lately. */
    long heard() {
        return layouts.stream()
                .filter(layout -> {
                    CabinetState state = newest.get(layout.cabinet().id());
                    return state != null && !state.receivedAt().isBefore(at.minus(LampRule.GOOD_FOR));
                })
                .count();
    }

    /** When the newest report came; null when none ever did. */
    @Nullable
    Instant newestReport() {
        return newest.values().stream()
                .map(CabinetState::receivedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    List<Circuit> circuits() {
        return layouts.stream().flatMap(layout -> layout.circuits().stream()).toList();
    }
}
