package vn.langso.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulated cabinets as a process of their own, for as long as the program runs. Its input is a pipe from here, so it ends also when
 * this process is killed.
 */
@Component
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class Simulator implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final long ENDS_WITHIN_SECONDS = 5;
    private static final String FLEET = "fleet.json";
    private static final Duration REPORT = Duration.ofSeconds(30);

    private final Path folder;
    private final String program;
    private final int brokerPort;
    private final InstantSource clock;
    private @Nullable Process process;

    /** @param program folder of langso-sim.jar and its lib; empty where a demo without simulator is wanted */
    Simulator(
            @Value("${langso.data}") Path data,
            @Value("${langso.demo.simulator}") String program,
            @Value("${langso.iot.broker.port:1883}") int brokerPort,
            InstantSource clock) {
        this.folder = data.resolve("sim");
        this.program = program;
        this.brokerPort = brokerPort;
        this.clock = clock;
    }

    /** The keys that it was given before, by device; none at the first start. */
    Map<String, String> knownKeys() {
        Map<String, String> keys = new HashMap<>();
        try {
            if (Files.exists(folder.resolve(FLEET))) {
                for (JsonNode cabinet : JsonMapper.shared()
                        .readTree(Files.readString(folder.resolve(FLEET)))
                        .path("cabinets")) {
                    keys.put(
                            cabinet.path("device").asString(),
                            cabinet.path("key").asString());
                }
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what to play, for the owner's eyes alone, and starts it. */
    void play(List<Played> cabinets) {
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(FLEET + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, fleet(cabinets).toString());
            Files.move(
                    fresh, folder.resolve(FLEET), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (program.isEmpty()) {
                return;
            }
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("sim.log").toFile())
                    .start();
        } catch (IOException e) {
            // The demo is worth seeing without lamps too.
            LOG.warn("The simulator does not start: {}", e.getMessage());
        }
    }

    /**
     * One cabinet to be played.
     *
     * @param device its id in the program
     * @param quiet nothing breaks there by itself
     */
    record Played(String device, String key, boolean quiet, InventedLights.InventedCabinet cabinet) {}

    private ObjectNode fleet(List<Played> cabinets) {
        Instant now = clock.instant();
        ObjectNode fleet = JsonMapper.shared().createObjectNode();
        fleet.put("host", "127.0.0.1").put("port", brokerPort).put("reportMillis", REPORT.toMillis());
        ArrayNode all = fleet.putArray("cabinets");
        for (Played played : cabinets) {
            ObjectNode one = all.addObject()
                    .put("device", played.device())
                    .put("key", played.key())
                    .put("firmware", played.cabinet().adapter())
                    .put("name", played.cabinet().name())
                    .put("mishaps", !played.quiet());
            ArrayNode circuits = one.putArray("circuits");
            for (InventedLights.InventedRoad road : played.cabinet().roads()) {
                for (char letter : new char[] {'a', 'b'}) {
                    ArrayNode lamps = circuits.addObject()
                            .put("id", InventedLights.circuitCode(road, letter))
                            .put("road", road.code())
                            .put("watts", road.watts())
                            .put("energyWh", PastReadings.energyWh(road, letter, now))
                            .putArray("lamps");
                    road.lampsOf(letter).forEach(lamps::add);
                }
            }
        }
        return fleet;
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                Path.of(program, "langso-sim.jar") + ":" + Path.of(program, "lib", "*"),
                "vn.langso.sim.Sim",
                "run",
                folder.toString());
    }

    /** The seed starts it, when the cabinets are known. */
    @Override
    public void start() {
        // Nothing yet.
    }

    @Override
    public void stop() {
        Process running = process;
        process = null;
        try {
            Files.deleteIfExists(folder.resolve("control"));
            if (running != null) {
                running.getOutputStream().close();
                if (!running.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            }
        } catch (IOException e) {
            LOG.warn("The simulator does not end well: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return process != null;
    }
}
