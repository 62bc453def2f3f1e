package vn.langso.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What to play: the broker, the cabinets with their keys and what hangs on them. Written by whoever starts the simulator, with rights for
 * the owner alone because of the keys.
 *
 * @param report how often a cabinet reports by itself
 */
record FleetFile(
        String host, int port, double latitude, double longitude, Duration report, List<CabinetSpec> cabinets) {

    /**
     * One cabinet.
     *
     * @param firmware {@code langso}, {@code tasmota} or {@code shelly}
     * @param lampControllers each lamp measures and reports itself
     * @param mishaps its lamps break by themselves now and then
     */
    record CabinetSpec(
            String device,
            String key,
            String firmware,
            String name,
            boolean lampControllers,
            boolean mishaps,
            List<CircuitSpec> circuits) {}

    /**
     * One circuit with its lamps, all of the same wattage.
     *
     * @param energyWh where its meter stands at first
     */
    record CircuitSpec(String id, String road, List<String> lamps, double wattsEach, double energyWh) {

        /** With a new meter. */
        CircuitSpec(String id, String road, List<String> lamps, double wattsEach) {
            this(id, road, lamps, wattsEach, 0);
        }
    }

    static FleetFile read(Path file) throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
        List<CabinetSpec> cabinets = new ArrayList<>();
        for (JsonNode cabinet : root.path("cabinets")) {
            cabinets.add(cabinet(cabinet));
        }
        return new FleetFile(
                root.path("host").asString("127.0.0.1"),
                root.path("port").asInt(1883),
                root.path("latitude").asDouble(20.01),
                root.path("longitude").asDouble(105.79),
                Duration.ofMillis(root.path("reportMillis").asLong(60_000)),
                List.copyOf(cabinets));
    }

    private static CabinetSpec cabinet(JsonNode cabinet) {
        List<CircuitSpec> circuits = new ArrayList<>();
        for (JsonNode circuit : cabinet.path("circuits")) {
            List<String> lamps = new ArrayList<>();
            circuit.path("lamps").forEach(lamp -> lamps.add(lamp.asString()));
            circuits.add(new CircuitSpec(
                    circuit.path("id").asString(),
                    circuit.path("road").asString(""),
                    List.copyOf(lamps),
                    circuit.path("watts").asDouble(40),
                    circuit.path("energyWh").asDouble(0)));
        }
        return new CabinetSpec(
                cabinet.path("device").asString(),
                cabinet.path("key").asString(""),
                cabinet.path("firmware").asString("langso"),
                cabinet.path("name").asString(cabinet.path("device").asString()),
                cabinet.path("lampControllers").asBoolean(false),
                cabinet.path("mishaps").asBoolean(false),
                List.copyOf(circuits));
    }
}
