package vn.langso.lighting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;
import vn.langso.lighting.LightingEdits.Judged;

/**
 * What a village has when a sheet is held against it; judges row after row, each with those before it.
 *
 * @param cabinets with what hangs on them, by code
 * @param roads by code
 * @param devices of cabinets anywhere, by name on the wire, with the code of the cabinet if it is of this village, else ""
 */
record Register(Map<String, Layout> cabinets, Map<String, Road> roads, Map<String, String> devices, LocalDate today) {

    List<Judged> judge(List<AssetRow> rows) {
        Walk walk = new Walk();
        return rows.stream().map(walk::judge).toList();
    }

    private final class Walk {

        private final Set<String> lamps = new HashSet<>();
        private final Set<String> seen = new HashSet<>();
        private final Map<String, String> roadOfCircuit = new HashMap<>();
        private final Map<String, Integer> lampsOfCabinet = new HashMap<>();
        private final Map<String, Integer> circuitsOfCabinet = new HashMap<>();
        private final Map<String, String> cabinetOfDevice = new HashMap<>(devices);

        Walk() {
            cabinets.forEach((code, layout) -> {
                layout.lamps().forEach(lamp -> lamps.add(lamp.code()));
                layout.circuits()
                        .forEach(circuit -> roadOfCircuit.put(
                                key(code, circuit.code()),
                                layout.road(circuit.roadId()).code()));
                lampsOfCabinet.put(code, layout.lampSlots());
                circuitsOfCabinet.put(code, layout.circuitSlots());
            });
        }

        Judged judge(AssetRow row) {
            if (lamps.contains(row.lamp())) {
                return new Judged(row, true, List.of());
            }
            List<Problem> problems = new ArrayList<>(AssetRules.check(row, today));
            if (seen.contains(row.lamp())) {
                problems.add(Problem.at("lamp", LightingProblem.CODE_TAKEN, row.lamp()));
            }
            String road = roadOfCircuit.get(key(row.cabinet(), row.circuit()));
            if (road != null && !road.equals(row.road())) {
                problems.add(Problem.at("circuit", LightingProblem.CIRCUIT_ELSEWHERE, row.circuit(), road));
            }
            if (isTaken(row.deviceId(), row.cabinet())) {
                problems.add(Problem.at("device", LightingProblem.DEVICE_TAKEN, String.valueOf(row.deviceId())));
            }
            int circuits = circuitsOfCabinet.getOrDefault(row.cabinet(), 0) + (road == null ? 1 : 0);
            int many = lampsOfCabinet.getOrDefault(row.cabinet(), 0) + 1;
            if (circuits > AssetRules.MOST_CIRCUITS || many > AssetRules.MOST_LAMPS) {
                problems.add(Problem.at(
                        "cabinet", LightingProblem.TOO_MANY_CIRCUITS, AssetRules.MOST_CIRCUITS, AssetRules.MOST_LAMPS));
            }
            if (problems.isEmpty()) {
                seen.add(row.lamp());
                roadOfCircuit.put(key(row.cabinet(), row.circuit()), row.road());
                circuitsOfCabinet.put(row.cabinet(), circuits);
                lampsOfCabinet.put(row.cabinet(), many);
                if (row.deviceId() != null) {
                    cabinetOfDevice.put(row.deviceId(), row.cabinet());
                }
            }
            return new Judged(row, false, problems);
        }

        private boolean isTaken(@Nullable String device, String cabinet) {
            String other = device == null ? null : cabinetOfDevice.get(device);
            return other != null && !other.equals(cabinet);
        }

        private static String key(String cabinet, String circuit) {
            return cabinet + '\n' + circuit;
        }
    }
}
