package vn.langso.lighting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import vn.langso.kernel.Ids;
import vn.langso.lighting.LightingEdits.Made;

/** Records judged rows one after the other, with the roads, cabinets and circuits that they are the first to name. */
final class RowsAdded {

    private final LightingStore store;
    private final EditStore edits;
    private final UUID village;
    private final Map<String, UUID> roads = new HashMap<>();
    private final Map<String, UUID> cabinets = new HashMap<>();
    private final Map<String, UUID> circuits = new HashMap<>();
    private final Map<UUID, Integer> nextCircuit = new HashMap<>();
    private final Map<UUID, Integer> nextLamp = new HashMap<>();
    private final Map<UUID, Integer> nextPole = new HashMap<>();
    private final Made made = new Made(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    RowsAdded(LightingStore store, EditStore edits, UUID village, Register register) {
        this.store = store;
        this.edits = edits;
        this.village = village;
        register.roads().forEach((code, road) -> roads.put(code, road.id()));
        register.cabinets().forEach((code, layout) -> {
            UUID id = layout.cabinet().id();
            cabinets.put(code, id);
            layout.circuits().forEach(circuit -> circuits.put(id + circuit.code(), circuit.id()));
            nextCircuit.put(id, layout.circuitSlots());
        });
    }

    Made made() {
        return made;
    }

    void add(AssetRow row) {
        UUID road = roads.computeIfAbsent(row.road(), _ -> road(row));
        UUID cabinet = cabinets.computeIfAbsent(row.cabinet(), _ -> cabinet(row));
        UUID circuit = circuits.computeIfAbsent(cabinet + row.circuit(), _ -> circuit(row, cabinet, road));
        int slot = nextLamp.computeIfAbsent(cabinet, edits::nextLampSlot);
        nextLamp.put(cabinet, slot + 1);
        int position = nextPole.computeIfAbsent(road, edits::nextPosition);
        nextPole.put(road, position + 1);
        LampDetails details = row.details();
        Lamp lamp = new Lamp(
                Ids.next(),
                Ids.next(),
                road,
                circuit,
                slot,
                row.lamp(),
                position,
                details.type(),
                details.watts(),
                details.spot(),
                details.since(),
                null,
                details.warrantyUntil());
        store.insert(lamp);
        made.lamps().add(lamp.id());
    }

    private UUID road(AssetRow row) {
        UUID id = Ids.next();
        int position = roads.size() + 1;
        store.insert(new Road(
                id, village, row.road(), row.roadName(), position, row.details().since(), null));
        made.roads().add(id);
        return id;
    }

    private UUID cabinet(AssetRow row) {
        UUID id = Ids.next();
        store.insert(new Cabinet(
                id,
                village,
                row.cabinet(),
                row.cabinetName(),
                row.deviceId(),
                false,
                null,
                row.details().since(),
                null,
                1));
        made.cabinets().add(id);
        return id;
    }

    private UUID circuit(AssetRow row, UUID cabinet, UUID road) {
        UUID id = Ids.next();
        int slot = nextCircuit.getOrDefault(cabinet, 0);
        nextCircuit.put(cabinet, slot + 1);
        store.insert(new Circuit(id, cabinet, road, slot, row.circuit(), row.phase()));
        made.circuits().add(id);
        return id;
    }
}
