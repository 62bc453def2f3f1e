package vn.langso.lighting.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.AlarmSubject;
import vn.langso.lighting.alarms.Reason;
import vn.langso.lighting.watch.CircuitRules.Wrong;

/** What is wrong at a cabinet: the largest cause that explains the darkness, else its roads one by one. Rows K1 to K9 of docs/darkness-watch.md. */
class DarknessRules {

    /** What a cause of the whole cabinet hides. */
    private static final Set<AlarmKind> OF_CIRCUITS = EnumSet.of(
            AlarmKind.TAMPERING,
            AlarmKind.CABLE_CUT,
            AlarmKind.CIRCUIT_FAULT,
            AlarmKind.WRONG_PLAN,
            AlarmKind.OVERLOAD,
            AlarmKind.LAMP_FAULT,
            AlarmKind.UNEXPECTED_ON);

    private final WatchSettings settings;
    private final CircuitRules circuits;

    DarknessRules(WatchSettings settings) {
        this.settings = settings;
        this.circuits = new CircuitRules(settings);
    }

    /** Judges what a cabinet shows; {@code state} has seen it already. */
    Verdict judge(WatchState state, Sight sight, Around around) {
        if (around.workUnderway()) {
            return new Verdict(List.of(), EnumSet.allOf(AlarmKind.class), Set.of());
        }
        List<Finding> found = new ArrayList<>(2);
        Finding cause = ofTheWhole(state, sight, around);
        Set<AlarmKind> held = Set.of();
        if (cause != null) {
            found.add(cause);
            held = OF_CIRCUITS;
            addCutCables(found, sight, state);
        } else {
            byRoad(found, sight, state);
        }
        addCabinet(found, sight);
        return found.isEmpty() && state.watched().isEmpty()
                ? Verdict.FINE
                : new Verdict(found, held, Unsaid.of(state, sight));
    }

    /** Judges a cabinet that is not heard while it should give light; {@code sight} is the last that was heard, as of now. */
    Verdict judgeSilent(WatchState state, Sight sight, Instant silentSince, Around around) {
        EnumSet<AlarmKind> held = EnumSet.allOf(AlarmKind.class);
        if (around.workUnderway() || !sight.wantsLight()) {
            return new Verdict(List.of(), held, Set.of());
        }
        Reason silent = Reason.of("silent", silentSince);
        if (around.plannedCut() != null) {
            return new Verdict(
                    List.of(whole(AlarmKind.PLANNED_CUT, sight, silent, Reason.of("planned", around.plannedCut()))),
                    held,
                    Set.of());
        }
        int neighbours = around.neighboursOut().getAsInt();
        if (neighbours >= settings.neighbours()) {
            return new Verdict(
                    List.of(whole(AlarmKind.SUPPLY_OUTAGE, sight, silent, Reason.of("neighbours-out", neighbours))),
                    held,
                    Set.of());
        }
        List<Reason> reasons = new ArrayList<>(List.of(silent, Reason.of("neighbours-heard")));
        if (doorBefore(state, silentSince)) {
            reasons.add(doorReason(state));
        }
        return new Verdict(
                List.of(whole(AlarmKind.CABINET_SILENT, sight, reasons.toArray(Reason[]::new))), held, Set.of());
    }

    private @Nullable Finding ofTheWhole(WatchState state, Sight sight, Around around) {
        if (sight.isWithoutSupply()) {
            return withoutSupply(state, sight, around, Reason.of("supply-lost"));
        }
        if (sight.isBreakerTripped()) {
            Reason tripped = Reason.of("breaker-tripped");
            return sight.wantsLight() && doorBefore(state, sight.at())
                    ? whole(AlarmKind.TAMPERING, sight, tripped, doorReason(state))
                    : whole(AlarmKind.BREAKER_TRIPPED, sight, tripped);
        }
        if (sight.supply() == null && allWithoutPower(sight)) {
            Reason none = Reason.of("all-without-power");
            if (around.plannedCut() != null) {
                return whole(AlarmKind.PLANNED_CUT, sight, none, Reason.of("planned", around.plannedCut()));
            }
            int neighbours = around.neighboursOut().getAsInt();
            if (neighbours >= settings.neighbours()) {
                return whole(AlarmKind.SUPPLY_OUTAGE, sight, none, Reason.of("neighbours-out", neighbours));
            }
        }
        return null;
    }

    private Finding withoutSupply(WatchState state, Sight sight, Around around, Reason lost) {
        if (around.plannedCut() != null) {
            return whole(AlarmKind.PLANNED_CUT, sight, lost, Reason.of("planned", around.plannedCut()));
        }
        int neighbours = around.neighboursOut().getAsInt();
        if (neighbours >= settings.neighbours()) {
            return whole(AlarmKind.SUPPLY_OUTAGE, sight, lost, Reason.of("neighbours-out", neighbours));
        }
        if (sight.wantsLight() && doorBefore(state, sight.at())) {
            return whole(AlarmKind.TAMPERING, sight, lost, Reason.of("neighbours-heard"), doorReason(state));
        }
        return whole(AlarmKind.SUPPLY_OUTAGE, sight, lost);
    }

    /** A cut cable is measured without supply too, and a thief may have waited for the outage. */
    private void addCutCables(List<Finding> found, Sight sight, WatchState state) {
        List<Wrong> cut = new ArrayList<>();
        for (CircuitSight circuit : sight.circuits()) {
            Wrong wrong = circuit.cableOpen() ? circuits.judge(circuit, sight, state) : null;
            if (wrong != null) {
                cut.add(wrong);
            }
        }
        if (!cut.isEmpty()) {
            group(found, AlarmKind.CABLE_CUT, cut, sight, state);
        }
    }

    private void byRoad(List<Finding> found, Sight sight, WatchState state) {
        Map<AlarmKind, List<Wrong>> wrongs = null;
        for (CircuitSight circuit : sight.circuits()) {
            addFaultyLamps(found, circuit);
            Wrong wrong = circuits.judge(circuit, sight, state);
            if (wrong != null) {
                wrongs = wrongs == null ? new EnumMap<>(AlarmKind.class) : wrongs;
                wrongs.computeIfAbsent(wrong.kind(), _ -> new ArrayList<>()).add(wrong);
            }
        }
        if (wrongs != null) {
            wrongs.forEach((kind, list) -> {
                if (kind == AlarmKind.LAMP_FAULT || kind == AlarmKind.OVERLOAD) {
                    list.forEach(wrong -> found.add(ofCircuit(wrong)));
                } else {
                    group(found, kind, list, sight, state);
                }
            });
        }
    }

    /** One finding for the cabinet when all its roads that should burn are concerned, else one for each road. */
    private void group(List<Finding> found, AlarmKind kind, List<Wrong> wrongs, Sight sight, WatchState state) {
        Map<UUID, List<Wrong>> roads = new LinkedHashMap<>();
        wrongs.forEach(wrong -> roads.computeIfAbsent(wrong.circuit().roadId(), _ -> new ArrayList<>())
                .add(wrong));
        AlarmSubject whole = new AlarmSubject(AlarmSubject.Type.CABINET, sight.cabinetId());
        if ((roads.size() > 1 && roads.size() == roadsConcerned(sight, kind)) || state.isOpen(kind, whole)) {
            found.add(together(kind, whole, wrongs, sight, state));
        } else {
            roads.forEach((road, list) ->
                    found.add(together(kind, new AlarmSubject(AlarmSubject.Type.ROAD, road), list, sight, state)));
        }
    }

    private static int roadsConcerned(Sight sight, AlarmKind kind) {
        Set<UUID> roads = new HashSet<>();
        for (CircuitSight circuit : sight.circuits()) {
            if (kind == AlarmKind.UNEXPECTED_ON
                    || kind == AlarmKind.CABLE_CUT
                    || circuit.wanted().lit()) {
                roads.add(circuit.roadId());
            }
        }
        return roads.size();
    }

    private Finding together(AlarmKind kind, AlarmSubject subject, List<Wrong> wrongs, Sight sight, WatchState state) {
        Set<Reason> reasons = new LinkedHashSet<>();
        wrongs.forEach(wrong -> reasons.addAll(wrong.reasons()));
        if (kind == AlarmKind.TAMPERING) {
            if (sight.isLocal()) {
                reasons.add(Reason.of("local"));
            }
            if (doorBefore(state, sight.at())) {
                reasons.add(doorReason(state));
            }
        }
        return new Finding(
                kind,
                subject,
                distinct(wrongs, wrong -> wrong.circuit().road()),
                wrongs.stream()
                        .filter(wrong -> wrong.lost() == 0)
                        .flatMap(wrong -> wrong.circuit().lamps().stream())
                        .sorted()
                        .toList(),
                List.copyOf(reasons));
    }

    private static Finding ofCircuit(Wrong wrong) {
        return new Finding(
                wrong.kind(),
                new AlarmSubject(AlarmSubject.Type.CIRCUIT, wrong.circuit().id()),
                List.of(wrong.circuit().road()),
                List.of(),
                wrong.reasons());
    }

    private static void addFaultyLamps(List<Finding> found, CircuitSight circuit) {
        for (CircuitSight.FaultyLamp lamp : circuit.faulty()) {
            found.add(new Finding(
                    AlarmKind.LAMP_FAULT,
                    new AlarmSubject(AlarmSubject.Type.LAMP, lamp.id()),
                    List.of(circuit.road()),
                    List.of(lamp.code()),
                    List.of(Reason.of("lamp-says-" + lamp.fault(), lamp.code()))));
        }
    }

    /** Door and switch of the cabinet, unless what was found is already explained by them. */
    private static void addCabinet(List<Finding> found, Sight sight) {
        boolean explained = found.stream().anyMatch(finding -> finding.kind() == AlarmKind.TAMPERING);
        if (sight.isDoorOpen() && !explained) {
            found.add(cabinet(AlarmKind.DOOR_OPEN, sight, Reason.of("door-open"), Reason.of("no-work")));
        }
        if (sight.isLocal() && !explained) {
            found.add(cabinet(AlarmKind.LOCAL_MODE, sight, Reason.of("local"), Reason.of("no-work")));
        }
    }

    private boolean doorBefore(WatchState state, Instant at) {
        Instant opened = state.doorOpenedAt();
        return state.doorOpen()
                || (opened != null && !opened.plus(settings.door()).isBefore(at));
    }

    private static Reason doorReason(WatchState state) {
        return state.doorOpenedAt() == null ? Reason.of("door-open") : Reason.of("door-opened", state.doorOpenedAt());
    }

    private static boolean allWithoutPower(Sight sight) {
        int wanted = 0;
        for (CircuitSight circuit : sight.circuits()) {
            if (circuit.wanted().lit()) {
                if (!circuit.measuredDark() || circuit.relayOff()) {
                    return false;
                }
                wanted++;
            }
        }
        return wanted > 1;
    }

    private static Finding cabinet(AlarmKind kind, Sight sight, Reason... reasons) {
        return new Finding(
                kind,
                new AlarmSubject(AlarmSubject.Type.CABINET, sight.cabinetId()),
                List.of(),
                List.of(),
                List.of(reasons));
    }

    /** A finding for the cabinet with all lamps that should burn. */
    private static Finding whole(AlarmKind kind, Sight sight, Reason... reasons) {
        List<CircuitSight> lit = sight.circuits().stream()
                .filter(circuit -> circuit.wanted().lit())
                .toList();
        return new Finding(
                kind,
                new AlarmSubject(AlarmSubject.Type.CABINET, sight.cabinetId()),
                distinct(lit, CircuitSight::road),
                lit.stream()
                        .flatMap(circuit -> circuit.lamps().stream())
                        .sorted()
                        .toList(),
                List.of(reasons));
    }

    private static <T> List<String> distinct(List<T> things, Function<T, String> name) {
        return things.stream().map(name).distinct().sorted().toList();
    }
}
