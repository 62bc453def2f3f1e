package vn.langso.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One cabinet: hardware, firmware, clock, memory and a line to the broker. Its own lock guards all of them. */
final class Cabinet {

    private static final int WINDOW = 64;
    private static final Duration RETRY_FIRST = Duration.ofMillis(500);
    private static final Duration RETRY_MOST = Duration.ofSeconds(8);

    private final FleetFile.CabinetSpec spec;
    private final Hardware hardware;
    private final Firmware firmware;
    private final Outbox outbox;
    private final Link link;
    private final World world;
    private final Sky sky;
    private final InstantSource wall;
    private final @Nullable Path memory;

    private Duration clockError = Duration.ZERO;
    private boolean acksAndDoesNothing;
    private boolean networkCut;
    private boolean online;
    private boolean connecting;
    private boolean flushing;
    private int onTheirWay;
    private long connection;
    private Duration retryAfter = RETRY_FIRST;
    private Instant nextTry = Instant.MIN;
    private @Nullable Message lastSaid;

    Cabinet(FleetFile.CabinetSpec spec, Duration report, Link link, World world) {
        Path folder = world.folder();
        this.spec = spec;
        this.link = link;
        this.world = world;
        this.sky = world.sky();
        this.wall = world.wall();
        this.hardware = new Hardware(spec, wall.instant());
        this.outbox = new Outbox(folder == null ? null : folder.resolve(spec.device() + ".outbox"));
        this.memory = folder == null ? null : folder.resolve(spec.device() + ".json");
        this.firmware = switch (spec.firmware()) {
            case "langso" -> new PlainFirmware(this, report);
            case "tasmota" -> new TasmotaFirmware(this, report);
            case "shelly" -> new ShellyFirmware(this, report);
            default -> throw new IllegalArgumentException("There is no firmware " + spec.firmware() + ".");
        };
        remember();
        firmware.started();
    }

    // ---- what firmware uses

    FleetFile.CabinetSpec spec() {
        return spec;
    }

    Hardware hardware() {
        return hardware;
    }

    Outbox outbox() {
        return outbox;
    }

    Sky sky() {
        return sky;
    }

    /** The time on the cabinet's own clock. */
    Instant now() {
        return wall.instant().plus(clockError);
    }

    /** The time by which the cabinet follows its timetable. */
    Instant timetable() {
        return sky.now().plus(clockError);
    }

    boolean online() {
        return online;
    }

    boolean acksAndDoesNothing() {
        return acksAndDoesNothing;
    }

    void setClock(Instant now) {
        clockError = Duration.between(wall.instant(), now);
    }

    /** Puts it into the outbox and sends what the window lets through. */
    void say(Message message) {
        lastSaid = message;
        outbox.add(message);
        flush();
    }

    /** Looks again after a while that is shorter than a tick. */
    void lookAgainIn(Duration wait) {
        world.later().accept(wait, this::tick);
    }

    /** Past the outbox: for what is wrong on purpose. */
    synchronized void shout(String topic, byte[] payload) {
        if (online) {
            var _ = link.publish(topic, payload);
        }
    }

    // ---- what the fleet uses

    synchronized void tick() {
        hardware.meter(wall.instant());
        firmware.tick();
        if (!online && !connecting && !networkCut && !wall.instant().isBefore(nextTry)) {
            connect();
        }
        flush();
    }

    synchronized void report() {
        firmware.report();
    }

    /** Changes the hardware as somebody standing before it would, and lets the firmware notice. */
    synchronized void handle(String kind, @Nullable Circuit circuit, Runnable change) {
        hardware.meter(wall.instant());
        change.run();
        firmware.happened(kind, circuit);
        keep();
    }

    /** Changes what no contact tells. */
    synchronized void silently(Runnable change) {
        hardware.meter(wall.instant());
        change.run();
        firmware.report();
        keep();
    }

    synchronized void cutNetwork(boolean cut) {
        networkCut = cut;
        if (cut) {
            link.disconnect();
            lost(connection);
        } else {
            nextTry = Instant.MIN;
        }
    }

    synchronized void wrongClock(Duration error) {
        clockError = error;
        keep();
    }

    synchronized void acksAndDoesNothing(boolean idle) {
        acksAndDoesNothing = idle;
    }

    synchronized String summary() {
        return "%-14s %-8s %-9s %s%s%s; %s"
                .formatted(
                        spec.device(),
                        spec.firmware(),
                        networkCut ? "cut off" : online ? "online" : "offline",
                        outbox.size() == 0 ? "" : outbox.size() + " messages wait, ",
                        clockError.isZero() ? "" : "clock wrong by " + clockError + ", ",
                        acksAndDoesNothing ? "acknowledges and does nothing, " : "",
                        firmware.summary());
    }

    synchronized @Nullable Message lastSaid() {
        return lastSaid;
    }

    synchronized int waiting() {
        return outbox.size();
    }

    /** 0 for firmware that does not number its messages. */
    synchronized long lastSeq() {
        return firmware instanceof PlainFirmware plain ? plain.lastSeq() : 0;
    }

    synchronized Map<String, Integer> carriedOut() {
        return firmware instanceof PlainFirmware plain ? Map.copyOf(plain.carriedOut()) : Map.of();
    }

    synchronized boolean isLit() {
        return hardware.circuits().stream().anyMatch(circuit -> hardware.livePercent(circuit) > 0);
    }

    synchronized boolean isOnline() {
        return online;
    }

    /** Writes down what survives a loss of power. Done before anything of it is told, so a kill never forgets what was said. */
    void keep() {
        if (memory == null) {
            return;
        }
        ObjectNode all = JsonMapper.shared().createObjectNode();
        all.put("clockErrorMillis", clockError.toMillis());
        Remembered.keep(hardware, all.putObject("hardware"));
        firmware.keep(all.putObject("firmware"));
        try {
            Path fresh = memory.resolveSibling(memory.getFileName() + ".new");
            Files.writeString(fresh, all.toString());
            Files.move(fresh, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember() {
        if (memory == null || !Files.exists(memory)) {
            return;
        }
        try {
            JsonNode all = JsonMapper.shared().readTree(Files.readString(memory));
            clockError = Duration.ofMillis(all.path("clockErrorMillis").asLong());
            Remembered.restore(hardware, all.path("hardware"));
            firmware.restore(all.path("firmware"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect() {
        connecting = true;
        long mine = ++connection;
        var _ = link.connect(firmware.listensTo(), this::received, () -> lost(mine))
                .whenComplete((nothing, problem) -> {
                    if (problem == null) {
                        connected(mine);
                    } else {
                        lost(mine);
                    }
                });
    }

    private synchronized void connected(long which) {
        if (which == connection && connecting) {
            connecting = false;
            online = true;
            retryAfter = RETRY_FIRST;
            flush();
        }
    }

    private synchronized void lost(long which) {
        if (which != connection) {
            return;
        }
        connection++;
        connecting = false;
        online = false;
        onTheirWay = 0;
        outbox.connectionLost();
        nextTry = wall.instant().plus(retryAfter);
        retryAfter = retryAfter.multipliedBy(2).compareTo(RETRY_MOST) > 0 ? RETRY_MOST : retryAfter.multipliedBy(2);
    }

    private synchronized void received(String topic, byte[] payload) {
        if (networkCut) {
            return;
        }
        hardware.meter(wall.instant());
        firmware.receive(topic, payload);
        flush();
    }

    /** Sends what the window lets through, in order. An acknowledgement may come while it still sends; then the loop goes on. */
    private void flush() {
        if (!online || flushing) {
            return;
        }
        flushing = true;
        long mine = connection;
        List<Outbox.Entry> next = outbox.take(WINDOW - onTheirWay);
        while (!next.isEmpty()) {
            for (Outbox.Entry entry : next) {
                onTheirWay++;
                var _ = link.publish(entry.message().topic(), entry.message().bytes(now()))
                        .whenComplete((nothing, problem) -> {
                            if (problem == null) {
                                acknowledged(entry, mine);
                            }
                        });
            }
            next = outbox.take(WINDOW - onTheirWay);
        }
        flushing = false;
    }

    private synchronized void acknowledged(Outbox.Entry entry, long which) {
        outbox.acknowledged(entry);
        if (which == connection) {
            onTheirWay--;
            flush();
        }
    }
}
