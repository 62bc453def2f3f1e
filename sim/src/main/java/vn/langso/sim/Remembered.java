package vn.langso.sim;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The hardware as it stands in the file: a real cabinet keeps its door and its broken lamps over a loss of power too. */
final class Remembered {

    private Remembered() {}

    static void keep(Hardware hardware, ObjectNode memory) {
        memory.put("doorOpen", hardware.doorOpen());
        memory.put("localMode", hardware.localMode());
        memory.put("breakerTripped", hardware.breakerTripped());
        memory.put("supplied", hardware.supplied());
        ObjectNode circuits = memory.putObject("circuits");
        for (Circuit circuit : hardware.circuits()) {
            ObjectNode one = circuits.putObject(circuit.id());
            one.put("relay", circuit.relayPercent());
            one.put("hand", circuit.handPercent());
            one.put("cable", circuit.cableWhole());
            one.put("fuse", circuit.fuseIn());
            one.put("energyWh", circuit.energyWh());
            for (int lamp = 0; lamp < circuit.lamps().size(); lamp++) {
                if (circuit.orderedPercent(lamp) != Circuit.AS_CIRCUIT) {
                    one.withObjectProperty("ordered").put(circuit.lamps().get(lamp), circuit.orderedPercent(lamp));
                }
                if (circuit.fault(lamp) != Circuit.Fault.OK) {
                    one.withObjectProperty("faults")
                            .put(circuit.lamps().get(lamp), circuit.fault(lamp).name());
                }
            }
        }
    }

    static void restore(Hardware hardware, JsonNode memory) {
        hardware.localMode(memory.path("localMode").asBoolean());
        hardware.doorOpen(memory.path("doorOpen").asBoolean());
        hardware.breakerTripped(memory.path("breakerTripped").asBoolean());
        hardware.supplied(memory.path("supplied").asBoolean(true));
        for (Circuit circuit : hardware.circuits()) {
            JsonNode one = memory.path("circuits").path(circuit.id());
            circuit.relayPercent(one.path("relay").asInt());
            circuit.handPercent(one.path("hand").asInt());
            circuit.cableWhole(one.path("cable").asBoolean(true));
            circuit.fuseIn(one.path("fuse").asBoolean(true));
            circuit.energyWh(one.path("energyWh").asDouble(circuit.energyWh()));
            for (int lamp = 0; lamp < circuit.lamps().size(); lamp++) {
                String fault =
                        one.path("faults").path(circuit.lamps().get(lamp)).asString("OK");
                circuit.fault(lamp, Circuit.Fault.valueOf(fault));
                circuit.orderedPercent(
                        lamp,
                        one.path("ordered").path(circuit.lamps().get(lamp)).asInt(Circuit.AS_CIRCUIT));
            }
        }
    }
}
