package vn.langso.lighting.board;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import vn.langso.kernel.Texts;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.commands.LightCommands;
import vn.langso.lighting.commands.StandingOrder;
import vn.langso.lighting.programmes.Programmes;
import vn.langso.lighting.readings.CabinetState;
import vn.langso.places.Place;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Needs;

/** The lights of a village over the API: what was commanded, reported and measured are three members. */
@RestController
class BoardApiController {

    private final Board board;
    private final Programmes programmes;
    private final LightCommands commands;
    private final Places places;

    BoardApiController(Board board, Programmes programmes, LightCommands commands, Places places) {
        this.board = board;
        this.programmes = programmes;
        this.commands = commands;
        this.places = places;
    }

    /**
     * A lamp.
     *
     * @param commanded percent that programme or order want
     * @param reported on or off, as the cabinet says; null when it does not
     * @param measuredW watts of the lamp itself; null where only its circuit is measured
     * @param inferred its state is concluded from the watts of the circuit
     * @param verifiedAt when the newest report came that shows it
     */
    record LampItem(
            UUID id,
            String code,
            int commanded,
            @Nullable String reported,
            @Nullable Double measuredW,
            boolean inferred,
            String state,
            @Nullable OffsetDateTime verifiedAt) {}

    record RoadItem(UUID id, String code, String name, List<LampItem> lamps) {}

    record LightsItem(String place, List<RoadItem> roads) {}

    /** Needs the permission in the village. */
    @Needs(LightingAssets.READ)
    @GetMapping("/api/v1/lighting/places/{code}")
    LightsItem lights(Caller caller, @PathVariable String code) {
        Place place = PlaceOnDay.of(places.tree(), code, null).place();
        caller.require(LightingAssets.READ, place.id());
        VillageLights lights = board.of(place.id());
        Map<UUID, Integer> wanted = wanted(lights);
        Map<UUID, OffsetDateTime> reports = reports(lights);
        return new LightsItem(
                place.code(),
                lights.roads().stream()
                        .map(road -> new RoadItem(
                                road.road().id(),
                                road.road().code(),
                                road.road().name(),
                                road.lamps().stream()
                                        .map(sight -> item(sight, wanted, reports))
                                        .toList()))
                        .toList());
    }

    /** Percent by circuit: an order goes before the programme. */
    private Map<UUID, Integer> wanted(VillageLights lights) {
        Map<UUID, Integer> wanted = new HashMap<>();
        lights.layouts()
                .forEach(layout -> layout.circuits()
                        .forEach(circuit -> wanted.put(
                                circuit.id(),
                                programmes.wanted(layout, circuit, lights.at()).percent())));
        commands.standing(List.copyOf(wanted.keySet()), lights.at()).stream()
                .sorted(java.util.Comparator.comparing(StandingOrder::since))
                .forEach(order -> wanted.put(order.circuitId(), order.level()));
        return wanted;
    }

    private static Map<UUID, OffsetDateTime> reports(VillageLights lights) {
        Map<UUID, OffsetDateTime> reports = new HashMap<>();
        lights.layouts().forEach(layout -> {
            CabinetState state = lights.newest().get(layout.cabinet().id());
            if (state != null) {
                layout.circuits().forEach(circuit -> reports.put(circuit.id(), time(state.at())));
            }
        });
        return reports;
    }

    private static LampItem item(LampSight sight, Map<UUID, Integer> wanted, Map<UUID, OffsetDateTime> reports) {
        UUID circuit = sight.lamp().circuitId();
        Boolean reported = sight.reported();
        boolean known = sight.glow() == Glow.LIT || sight.glow() == Glow.DARK;
        return new LampItem(
                sight.lamp().id(),
                sight.lamp().code(),
                wanted.getOrDefault(circuit, 0),
                reported == null ? null : reported ? "on" : "off",
                sight.measuredW(),
                sight.inferred(),
                sight.glow().word(),
                known ? reports.get(circuit) : null);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(Texts.ZONE).toOffsetDateTime();
    }
}
