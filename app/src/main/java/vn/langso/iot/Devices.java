package vn.langso.iot;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.iot.accounts.DeviceAccounts;
import vn.langso.kernel.Folding;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.shell.Caller;

/**
 * The registry of devices.
 *
 * <p>Reading needs {@code devices.read} for the device's place, changes need {@code devices.manage} and leave an audit row. Refusals carry
 * {@code IOT-…}. Each method is one transaction; when it has returned, the broker of this copy knows of the change.
 */
@Service
public class Devices {

    public static final String READ = "devices.read";
    public static final String MANAGE = "devices.manage";

    /** How long the key before stays good, so that a device can be told the new one over the old. */
    private static final Duration OVERLAP = Duration.ofDays(7);

    /** A walk from the office to the cabinet, and the work there. */
    private static final Duration CODE_GOOD = Duration.ofHours(2);

    private static final Set<String> ADAPTERS = Set.of("langso", "tasmota", "shelly");
    private static final String ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LONGEST_NAME = 120;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DeviceStore store;
    private final DeviceAccounts accounts;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Devices(
            DeviceStore store,
            DeviceAccounts accounts,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A device with its key, which is shown here and never again. */
    public record Registered(DeviceId id, String key) {}

    /** A code that can be changed for a key once, until its end. */
    public record Code(String code, Instant goodUntil) {}

    /**
     * Registers a device and makes its key. Refused: IOT-003 id taken, IOT-004 no name, IOT-005 adapter unknown, IOT-006 an adapter needs
     * to know the circuits behind its relays.
     */
    @Transactional
    public Registered register(Caller caller, NewDevice device) {
        caller.require(MANAGE, device.placeId());
        String name = Folding.clean(device.name());
        check(device, name);
        DeviceId id = device.id() == null ? newId(device.kind()) : device.id();
        UUID subjectId = Ids.next();
        try {
            store.insert(id.value(), subjectId, device, name, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.at("id", IotProblem.ID_TAKEN, id.value()).asException();
        }
        String key = accounts.newKey(id.value(), Duration.ZERO);
        audit.changed(
                caller,
                new Change("iot.register-device", device.placeId(), "device", subjectId, null, facts(device, id)));
        return new Registered(id, key);
    }

    /** Makes a new key; the one before stays good for seven days. IOT-007 when the device is retired. */
    @Transactional
    public Registered rotateKey(Caller caller, DeviceId id) {
        Device device = changeable(caller, id);
        String key = accounts.newKey(id.value(), OVERLAP);
        audit(caller, "iot.rotate-key", device, Map.of("key", "rotated"));
        return new Registered(id, key);
    }

    /** Another apparatus takes this id: the old key ends at once, and the numbers of messages may begin anew. */
    @Transactional
    public Registered replace(Caller caller, DeviceId id) {
        Device device = changeable(caller, id);
        String key = accounts.newKey(id.value(), Duration.ZERO);
        store.newLife(id.value());
        audit(caller, "iot.replace-device", device, Map.of("key", "replaced"));
        return new Registered(id, key);
    }

    /** A code to be read by the device, or typed into it, at the place where it stands. */
    @Transactional
    public Code provisioningCode(Caller caller, DeviceId id) {
        Device device = changeable(caller, id);
        String code = letters(ID_LETTERS, 16);
        Instant until = clock.instant().plus(CODE_GOOD);
        store.insertCode(id.value(), DeviceAccounts.hash(code), until);
        audit(caller, "iot.make-code", device, Map.of("goodUntil", until.toString()));
        return new Code(code, until);
    }

    /**
     * Changes a code for a new key; the code is the right to do so, and is spent by it. Any key before ends at once. IOT-008 when the code is
     * unknown, spent or too old.
     */
    @Transactional
    public Registered provision(String code) {
        String id = store.takeCode(DeviceAccounts.hash(code), clock.instant())
                .orElseThrow(() -> Problem.of(IotProblem.CODE_UNKNOWN).asException());
        Device device = get(new DeviceId(id));
        if (device.state() == DeviceState.RETIRED) {
            throw Problem.of(IotProblem.RETIRED).asException();
        }
        String key = accounts.newKey(id, Duration.ZERO);
        store.newLife(id);
        audit(Caller.program("provisioning"), "iot.provision", device, Map.of("key", "provisioned"));
        return new Registered(device.id(), key);
    }

    /** Keeps where the device stands. IOT-009 when that is not in Vietnam. */
    @Transactional
    public void locate(Caller caller, DeviceId id, double latitude, double longitude) {
        Device device = changeable(caller, id);
        if (!(latitude >= 6 && latitude <= 24 && longitude >= 101 && longitude <= 119)) {
            throw Problem.of(IotProblem.POSITION).asException();
        }
        store.position(id.value(), latitude, longitude);
        audit(caller, "iot.locate-device", device, Map.of("latitude", latitude, "longitude", longitude));
    }

    /**
     * Cuts the device off.
     *
     * @param reason a short code that the page can say, else the person's words
     */
    @Transactional
    public void quarantine(Caller caller, DeviceId id, String reason) {
        Device device = changeable(caller, id);
        if (store.state(id.value(), DeviceState.QUARANTINED, reason, DeviceState.ACTIVE)) {
            accounts.changedInTransaction(id.value());
            events.publishEvent(new DeviceQuarantined(id, device.placeId(), reason, clock.instant()));
            audit(caller, "iot.quarantine-device", device, Map.of("state", "quarantined", "reason", reason));
        }
    }

    /** Lets a quarantined device connect again. */
    @Transactional
    public void release(Caller caller, DeviceId id) {
        Device device = changeable(caller, id);
        if (store.state(id.value(), DeviceState.ACTIVE, null, DeviceState.QUARANTINED)) {
            accounts.changedInTransaction(id.value());
            audit(caller, "iot.release-device", device, Map.of("state", "active"));
        }
    }

    /** Takes the device out of service for good. */
    @Transactional
    public void retire(Caller caller, DeviceId id) {
        Device device = changeable(caller, id);
        store.state(id.value(), DeviceState.RETIRED, null, DeviceState.ACTIVE, DeviceState.QUARANTINED);
        accounts.changedInTransaction(id.value());
        audit(caller, "iot.retire-device", device, Map.of("state", "retired"));
    }

    /** The device; empty when there is none. Checks nobody's right: for other modules. */
    @Transactional(readOnly = true)
    public Optional<Device> find(DeviceId id) {
        return store.find(id.value());
    }

    /** The device; IOT-001 when there is none. Checks nobody's right: for other modules. */
    @Transactional(readOnly = true)
    public Device get(DeviceId id) {
        return find(id).orElseThrow(() -> Problem.of(IotProblem.UNKNOWN).asException());
    }

    /** The device, for callers who may read its place. */
    @Transactional(readOnly = true)
    public Device get(Caller caller, DeviceId id) {
        Device device = get(id);
        caller.require(READ, device.placeId());
        return device;
    }

    /**
     * Devices of these places in the order of their ids, after one id.
     *
     * @param text part of a name or id, or empty
     */
    @Transactional(readOnly = true)
    public List<Device> list(Collection<UUID> places, String text, @Nullable DeviceId after, int limit) {
        return store.under(places, text, after == null ? "" : after.value(), limit);
    }

    /** What was refused of it since the day, by reason. */
    @Transactional(readOnly = true)
    public List<Refusals.Count> refusedSince(Caller caller, DeviceId id, LocalDate since) {
        get(caller, id);
        return store.refused(id.value(), since);
    }

    private Device changeable(Caller caller, DeviceId id) {
        Device device = get(id);
        caller.require(MANAGE, device.placeId());
        if (device.state() == DeviceState.RETIRED) {
            throw Problem.of(IotProblem.RETIRED).asException();
        }
        return device;
    }

    private static void check(NewDevice device, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.at("name", IotProblem.NAME_NEEDED, LONGEST_NAME).asException();
        }
        if (!ADAPTERS.contains(device.adapter())) {
            throw Problem.at("adapter", IotProblem.ADAPTER_UNKNOWN).asException();
        }
        if (device.circuits().isEmpty() && !device.adapter().equals("langso")) {
            throw Problem.at("circuits", IotProblem.CIRCUITS_NEEDED).asException();
        }
    }

    private void audit(Caller caller, String action, Device device, Map<String, ?> after) {
        audit.changed(caller, new Change(action, device.placeId(), "device", device.subjectId(), null, after));
    }

    private static Map<String, ?> facts(NewDevice device, DeviceId id) {
        return Map.of("id", id.value(), "kind", device.kind(), "adapter", device.adapter(), "name", device.name());
    }

    private static DeviceId newId(String kind) {
        return new DeviceId((kind.equals("cabinet") ? "tu-" : "tb-") + letters(ID_LETTERS, 8));
    }

    private static String letters(String from, int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append(from.charAt(RANDOM.nextInt(from.length())));
        }
        return letters.toString();
    }
}
