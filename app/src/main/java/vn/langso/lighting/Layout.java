package vn.langso.lighting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One cabinet with all that hangs on it today; never changes.
 *
 * @param circuits by slot
 * @param lamps by slot
 * @param roads that its circuits serve, in their order
 */
public record Layout(Cabinet cabinet, List<Circuit> circuits, List<Lamp> lamps, List<Road> roads) {

    public Layout {
        circuits = List.copyOf(circuits);
        lamps = List.copyOf(lamps);
        roads = List.copyOf(roads);
    }

    public Optional<Circuit> circuit(String code) {
        return circuits.stream().filter(circuit -> circuit.code().equals(code)).findFirst();
    }

    public Circuit circuit(UUID id) {
        return circuits.stream()
                .filter(circuit -> circuit.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public Optional<Lamp> lamp(String code) {
        return lamps.stream().filter(lamp -> lamp.code().equals(code)).findFirst();
    }

    public Road road(UUID id) {
        return roads.stream().filter(road -> road.id().equals(id)).findFirst().orElseThrow();
    }

    public List<Circuit> circuitsOf(UUID roadId) {
        return circuits.stream()
                .filter(circuit -> circuit.roadId().equals(roadId))
                .toList();
    }

    public List<Lamp> lampsOf(Circuit circuit) {
        return lamps.stream()
                .filter(lamp -> lamp.circuitId().equals(circuit.id()))
                .toList();
    }

    /** What the plates of a circuit's lamps add up to. */
    public int ratedW(Circuit circuit) {
        return lampsOf(circuit).stream().mapToInt(Lamp::watts).sum();
    }

    /** Highest slot of a circuit and one more: the length of the arrays of readings. */
    public int circuitSlots() {
        return circuits.isEmpty() ? 0 : circuits.getLast().slot() + 1;
    }

    public int lampSlots() {
        return lamps.isEmpty() ? 0 : lamps.getLast().slot() + 1;
    }
}
