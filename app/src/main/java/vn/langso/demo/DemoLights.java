package vn.langso.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import vn.langso.demo.InventedLights.InventedCabinet;
import vn.langso.iot.DeviceId;
import vn.langso.iot.DeviceMessage;
import vn.langso.iot.DeviceMessageHandler;
import vn.langso.iot.Devices;
import vn.langso.iot.NewDevice;
import vn.langso.lighting.Lamp;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.NewCabinet;
import vn.langso.lighting.Spot;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/** The lights of the demo villages, made through the facades that an electrician's clicks go through. */
@Component
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class DemoLights {

    static final String PILOT_VILLAGE = "15313-03";

    private static final Duration REPORTS_EVERY = Duration.ofSeconds(30);

    private static final String CABINET_CODE = "TU1";

    private static final String KIND = "cabinet";
    private static final int BATCH = 500;

    private static final LocalDate WARRANTY_UNTIL = LocalDate.of(2028, 5, 31);

    private final LightingAssets assets;
    private final Places places;
    private final Devices devices;
    private final List<DeviceMessageHandler> handlers;
    private final Simulator simulator;
    private final InstantSource clock;

    DemoLights(
            LightingAssets assets,
            Places places,
            Devices devices,
            List<DeviceMessageHandler> handlers,
            Simulator simulator,
            InstantSource clock) {
        this.assets = assets;
        this.places = places;
        this.devices = devices;
        this.handlers = List.copyOf(handlers);
        this.simulator = simulator;
        this.clock = clock;
    }

    /** Makes sure of all cabinets, in the caller's transaction; twice is once. Returns what is to be played, with keys. */
    List<Simulator.Played> establish(Caller program, LocalDate today) {
        Map<String, String> keys = simulator.knownKeys();
        List<Simulator.Played> played = new ArrayList<>();
        for (InventedCabinet cabinet : InventedLights.cabinets()) {
            UUID village = places.tree()
                    .byCode(cabinet.villageCode(), today)
                    .map(Place::id)
                    .orElseThrow();
            if (assets.layouts(Set.of(village), today).isEmpty()) {
                assets.record(program, recorded(cabinet, village));
                List<DeviceMessage> past = new PastReadings(cabinet, village).until(clock.instant());
                for (int from = 0; from < past.size(); from += BATCH) {
                    List<DeviceMessage> batch = past.subList(from, Math.min(past.size(), from + BATCH));
                    handlers.stream()
                            .filter(handler -> handler.deviceKind().equals(KIND))
                            .forEach(handler -> handler.handle(batch));
                }
            }
            played.add(new Simulator.Played(
                    cabinet.device(),
                    key(program, cabinet, village, keys),
                    cabinet.villageCode().equals(PILOT_VILLAGE),
                    cabinet));
        }
        return played;
    }

    private static NewCabinet recorded(InventedCabinet cabinet, UUID village) {
        List<NewCabinet.NewRoad> roads = new ArrayList<>();
        for (InventedLights.InventedRoad road : cabinet.roads()) {
            int before = roads.size() * 2;
            roads.add(new NewCabinet.NewRoad(
                    road.code(),
                    road.name(),
                    road.poles().stream()
                            .map(pole -> new NewCabinet.NewLamp(
                                    pole.code(),
                                    InventedLights.circuitCode(road, pole.circuit()),
                                    InventedLights.phase(before + (pole.circuit() - 'a')),
                                    Lamp.Type.LED,
                                    road.watts(),
                                    new Spot(pole.latitude(), pole.longitude()),
                                    WARRANTY_UNTIL))
                            .toList()));
        }
        InventedLights.InventedPole first = cabinet.roads().getFirst().poles().getFirst();
        return new NewCabinet(
                village,
                CABINET_CODE,
                cabinet.name(),
                cabinet.device(),
                false,
                new Spot(first.latitude(), first.longitude()),
                PastReadings.LIT_SINCE,
                roads);
    }

    /** A key is shown once; the simulator's file has it, else it is lost and a new one is made. */
    private String key(Caller program, InventedCabinet cabinet, UUID village, Map<String, String> keys) {
        DeviceId id = new DeviceId(cabinet.device());
        if (devices.find(id).isEmpty()) {
            return devices.register(
                            program,
                            new NewDevice(
                                    id,
                                    KIND,
                                    cabinet.adapter(),
                                    cabinet.adapter().equals("langso") ? List.of() : circuits(cabinet),
                                    village,
                                    cabinet.name(),
                                    REPORTS_EVERY))
                    .key();
        }
        String known = keys.get(cabinet.device());
        return known == null ? devices.rotateKey(program, id).key() : known;
    }

    private static List<String> circuits(InventedCabinet cabinet) {
        List<String> circuits = new ArrayList<>();
        for (InventedLights.InventedRoad road : cabinet.roads()) {
            circuits.add(InventedLights.circuitCode(road, 'a'));
            circuits.add(InventedLights.circuitCode(road, 'b'));
        }
        return circuits;
    }
}
