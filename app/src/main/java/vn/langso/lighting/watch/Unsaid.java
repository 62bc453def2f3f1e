package vn.langso.lighting.watch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import vn.langso.lighting.watch.WatchState.Watched;

/** Tells of what is watched whether a sight can say that it is over. A lamp that failed in the night is not whole because day comes. */
final class Unsaid {

    private Unsaid() {}

    static Set<Watched> of(WatchState state, Sight sight) {
        if (state.watched().isEmpty()) {
            return Set.of();
        }
        Set<Watched> unsaid = new HashSet<>();
        for (Watched one : state.watched()) {
            if (!says(one, sight)) {
                unsaid.add(one);
            }
        }
        return unsaid;
    }

    private static boolean says(Watched one, Sight sight) {
        List<CircuitSight> concerned = concerned(one, sight);
        return switch (one.kind()) {
            case DOOR_OPEN -> sight.doorOpen() != null;
            case LOCAL_MODE -> sight.local() != null;
            case BREAKER_TRIPPED -> sight.breakerTripped() != null;
            case CABLE_CUT ->
                concerned.stream().allMatch(circuit -> Boolean.TRUE.equals(circuit.cableWhole()))
                        || concerned.stream().anyMatch(CircuitSight::burns);
            case CIRCUIT_FAULT, OVERLOAD -> concerned.stream().anyMatch(Unsaid::shows);
            case LAMP_FAULT -> concerned.isEmpty() || concerned.stream().anyMatch(Unsaid::shows);
            case TAMPERING, WRONG_PLAN ->
                concerned.stream().allMatch(circuit -> circuit.wanted().dark())
                        || concerned.stream().anyMatch(Unsaid::shows);
            case SUPPLY_OUTAGE, PLANNED_CUT ->
                Boolean.TRUE.equals(sight.supply()) || concerned.stream().anyMatch(CircuitSight::burns);
            case CABINET_SILENT, UNEXPECTED_ON -> true;
        };
    }

    /** It should burn, and it is known whether it does. */
    private static boolean shows(CircuitSight circuit) {
        return circuit.wanted().lit() && circuit.powerW() != null;
    }

    private static List<CircuitSight> concerned(Watched one, Sight sight) {
        return switch (one.subject().type()) {
            case CABINET -> sight.circuits();
            case ROAD ->
                sight.circuits().stream()
                        .filter(circuit -> circuit.roadId().equals(one.subject().id()))
                        .toList();
            case CIRCUIT ->
                sight.circuits().stream()
                        .filter(circuit -> circuit.id().equals(one.subject().id()))
                        .toList();
            case LAMP -> List.of();
        };
    }
}
