package vn.langso.lighting;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.lighting.NewCabinet.NewLamp;
import vn.langso.lighting.NewCabinet.NewRoad;
import vn.langso.places.PlaceKind;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/**
 * Roads, cabinets, circuits, poles and lamps.
 *
 * <p>Changes need {@code lighting.assets} in the village and leave an audit row; refusals are {@code LGT-001} to {@code LGT-010}. What a
 * cabinet holds is remembered and read anew when any copy of the program has changed something. Thread safe.
 */
@Service
public class LightingAssets {

    public static final String READ = "lighting.read";
    public static final String EDIT = "lighting.assets";

    private final LightingStore store;
    private final Places places;
    private final Audit audit;
    private final InstantSource clock;
    private volatile Remembered remembered = new Remembered(-1, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

    LightingAssets(LightingStore store, Places places, Audit audit, InstantSource clock) {
        this.store = store;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was read at one revision; another revision has another one of these. */
    private record Remembered(long revision, Map<UUID, Layout> byCabinet, Map<String, Optional<UUID>> byDevice) {}

    /** Records a cabinet with its roads and lamps, all of it or nothing; returns its id. */
    @Transactional
    public UUID record(Caller caller, NewCabinet cabinet) {
        caller.require(EDIT, cabinet.placeId());
        if (places.tree().get(cabinet.placeId()).kind() != PlaceKind.VILLAGE) {
            throw Problem.of(LightingProblem.ONLY_VILLAGES).asException();
        }
        List<Problem> problems = AssetRules.check(cabinet);
        if (!problems.isEmpty()) {
            throw new vn.langso.kernel.ProblemException(problems);
        }
        UUID id = Ids.next();
        try {
            insert(id, cabinet);
        } catch (DuplicateKeyException taken) {
            boolean device = String.valueOf(taken.getMessage()).contains("cabinet_device");
            throw Problem.at(
                            device ? "device" : "code",
                            device ? LightingProblem.DEVICE_TAKEN : LightingProblem.CODE_TAKEN,
                            device ? String.valueOf(cabinet.deviceId()) : cabinet.code())
                    .asException();
        }
        store.advance();
        audit.changed(caller, new Change("lighting.add-cabinet", cabinet.placeId(), "cabinet", id, null, cabinet));
        return id;
    }

    /** The cabinet with what hangs on it today; refuses {@code LGT-001}. */
    public Layout layoutOf(UUID cabinetId) {
        Remembered now = remembered();
        return now.byCabinet()
                .computeIfAbsent(
                        cabinetId,
                        id -> store.cabinet(id)
                                .map(cabinet -> store.layout(cabinet, today()))
                                .orElseThrow(() ->
                                        Problem.of(LightingProblem.UNKNOWN).asException()));
    }

    /** The cabinet of a device with what hangs on it today; empty when the device is in none. */
    public Optional<Layout> layoutOfDevice(String device) {
        return remembered()
                .byDevice()
                .computeIfAbsent(device, name -> store.cabinetOf(name).map(Cabinet::id))
                .map(this::layoutOf);
    }

    /** The cabinets of the villages in use on the day, each with what hangs on it today. */
    public List<Layout> layouts(Set<UUID> villages, LocalDate on) {
        return store.cabinets(villages, on).stream()
                .map(cabinet -> layoutOf(cabinet.id()))
                .toList();
    }

    /** The roads of the villages in use on the day, in their order. */
    public List<Road> roads(Set<UUID> villages, LocalDate on) {
        return store.roads(villages, on);
    }

    public Optional<Road> road(UUID id) {
        return store.road(id);
    }

    /** The villages at or below the place today. */
    public Set<UUID> villages(UUID placeId) {
        return places.tree().get(placeId).kind() == PlaceKind.VILLAGE
                ? Set.of(placeId)
                : places.tree().villagesUnder(placeId, today());
    }

    private void insert(UUID id, NewCabinet cabinet) {
        store.insert(new Cabinet(
                id,
                cabinet.placeId(),
                cabinet.code(),
                cabinet.name(),
                cabinet.deviceId(),
                cabinet.lampControllers(),
                cabinet.spot(),
                cabinet.since(),
                null,
                1));
        Map<String, UUID> circuits = new HashMap<>();
        int slot = 0;
        for (NewRoad road : cabinet.roads()) {
            UUID roadId = roadId(cabinet, road);
            int position = 1;
            for (NewLamp lamp : road.lamps()) {
                UUID circuit = circuits.computeIfAbsent(
                        lamp.circuit(), code -> circuit(id, roadId, circuits.size(), code, lamp.phase()));
                store.insert(new Lamp(
                        Ids.next(),
                        Ids.next(),
                        roadId,
                        circuit,
                        slot++,
                        lamp.code(),
                        position++,
                        lamp.type(),
                        lamp.watts(),
                        lamp.spot(),
                        cabinet.since(),
                        null,
                        lamp.warrantyUntil()));
            }
        }
    }

    private UUID circuit(UUID cabinet, UUID road, int slot, String code, String phase) {
        UUID id = Ids.next();
        store.insert(new Circuit(id, cabinet, road, slot, code, phase));
        return id;
    }

    private UUID roadId(NewCabinet cabinet, NewRoad road) {
        List<Road> known = new ArrayList<>(store.roads(Set.of(cabinet.placeId()), cabinet.since()));
        @Nullable
        Road same = known.stream()
                .filter(one -> one.code().equals(road.code()))
                .findFirst()
                .orElse(null);
        if (same != null) {
            return same.id();
        }
        UUID id = Ids.next();
        store.insert(
                new Road(id, cabinet.placeId(), road.code(), road.name(), known.size() + 1, cabinet.since(), null));
        return id;
    }

    private Remembered remembered() {
        long revision = store.revision();
        Remembered known = remembered;
        if (known.revision() != revision) {
            known = new Remembered(revision, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
            remembered = known;
        }
        return known;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Texts.ZONE);
    }
}
