package vn.langso.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * States of 2,500 cabinets at once, each acknowledged from disk, stored and watched by the rules; simulator, program and database share the
 * cores. Beside it, in the same run, what the bare broker takes with an idle subscriber.
 */
final class TelemetryBenchmark implements Benchmark {

    /** Of the issue; smaller for a try by {@code -Dlangso.bench.cabinets=100}. */
    private static final int CABINETS = Integer.getInteger("langso.bench.cabinets", 2500);

    private static final int SECONDS = Integer.getInteger("langso.bench.seconds", 30);
    private static final int PORT = 18450;
    private static final int BARE_PORT = 18901;
    private static final Duration STORED_WITHIN = Duration.ofMinutes(5);

    /** Figures of peers, for scale: ThingsBoard CE 1,000 messages/s at 27 % of two vCPU. */
    private static final String PEER = "peer: ThingsBoard CE 5,000/s at 95 % of 2 vCPU with Kafka";

    private static final String VILLAGE = "select id from places.place where code = '15313-03'";
    private static final String HEARD = """
            select count(*) filter (where high_seq > 0) as devices, coalesce(sum(high_seq - ?), 0) as messages
            from iot.device_link where device_id like 'bench-%' and high_seq >= ?
            """;

    @Override
    public String name() {
        return "telemetry";
    }

    /** It takes the whole machine for minutes, so it is asked for by name. */
    @Override
    public boolean runsWithAll() {
        return false;
    }

    @Override
    public void run(Setting setting, Report report) throws Exception {
        double bare = bare(setting);
        report.seen("broker alone, idle subscriber, durable", bare, "msg/s", CABINETS + " connections");
        Path data = setting.work().resolve("lights");
        try (Program program = start(setting, data)) {
            BenchCabinets.register(program, village(program), CABINETS);
        }
        try (Program program = start(setting, data)) {
            JsonNode single = pump(setting, program, 1, 4, false);
            told(report, "one reading a message", single, bare);
        }
        try (Program program = start(setting, data)) {
            JsonNode full = pump(setting, program, 10, 4, true);
            report.atLeast(
                    "readings stored, 40 lamps a message",
                    full.path("storedPerSecond").asDouble() * 40,
                    "/s",
                    50_000,
                    CABINETS * 40 + " lamps; lost " + full.path("lost").asLong());
            report.seen("memory, program and database after it (PSS)", program.pssMegabytes(), "MB", "");
        }
    }

    private static void told(Report report, String what, JsonNode seen, double bare) {
        double stored = seen.path("storedPerSecond").asDouble();
        report.seen("messages stored and watched, " + what, stored, "msg/s", PEER);
        report.atLeast(
                "the same over the broker alone", stored / bare, "", 0.5, "%.0f over %.0f".formatted(stored, bare));
        report.atMost(
                "acknowledged and not stored, " + what,
                seen.path("lost").asDouble(),
                "",
                0,
                "of " + seen.path("acknowledged").asLong());
        report.seen("acknowledgement, p99, " + what, seen.path("p99Millis").asDouble(), "ms", "all cabinets at once");
    }

    private static Program start(Setting setting, Path data) throws Exception {
        return Program.start(setting, data, PORT);
    }

    private static double bare(Setting setting) throws Exception {
        Path folder = setting.work().resolve("bare-broker");
        delete(folder);
        Files.createDirectories(folder);
        try (Child broker = new Child(
                List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
                BareBroker.class.getName(),
                folder.toString(),
                String.valueOf(BARE_PORT))) {
            broker.await("ready");
            Path fleet = setting.work().resolve("bare-fleet.json");
            BenchCabinets.fleet(fleet, BARE_PORT, CABINETS, 1, 4, false, Duration.ofMinutes(1));
            return pump(fleet).path("perSecond").asDouble();
        } finally {
            delete(folder);
        }
    }

    /** Pumps, then waits until the program has stored what it was given; adds what was stored and what is missing. */
    private static JsonNode pump(Setting setting, Program program, int circuits, int lamps, boolean controllers)
            throws Exception {
        Path fleet = setting.work().resolve("fleet.json");
        BenchCabinets.fleet(fleet, program.brokerPort(), CABINETS, circuits, lamps, controllers, Duration.ofMinutes(1));
        long base = System.currentTimeMillis() * 1000;
        long began = System.nanoTime();
        JsonNode seen = pump(fleet, "-Dlangso.sim.seq=" + base);
        long acknowledged = seen.path("acknowledged").asLong();
        long stored = stored(program, base);
        long patience = System.nanoTime() + STORED_WITHIN.toNanos();
        while (stored < acknowledged && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(100);
            stored = stored(program, base);
        }
        double seconds =
                (System.nanoTime() - began) / 1e9 - seen.path("connectSeconds").asDouble();
        return JsonMapper.shared()
                .createObjectNode()
                .put("acknowledged", acknowledged)
                .put("p99Millis", seen.path("p99Millis").asLong())
                .put("lost", Math.max(0, acknowledged - stored))
                .put("storedPerSecond", stored / seconds);
    }

    private static JsonNode pump(Path fleet, String... options) throws IOException {
        List<String> all = Stream.concat(Stream.of("-Xmx300m", "-XX:+UseSerialGC"), Stream.of(options))
                .toList();
        try (Child pump = new Child(all, "vn.langso.sim.Sim", "pump", fleet.toString(), String.valueOf(SECONDS), "2")) {
            pump.await("ready");
            pump.say("go");
            return JsonMapper.shared().readTree(pump.await("{"));
        }
    }

    private static long stored(Program program, long base) throws Exception {
        try (Connection database = program.database();
                var heard = database.prepareStatement(HEARD)) {
            heard.setLong(1, base);
            heard.setLong(2, base);
            try (ResultSet row = heard.executeQuery()) {
                row.next();
                return row.getLong("messages");
            }
        }
    }

    private static UUID village(Program program) throws Exception {
        try (Connection database = program.database();
                ResultSet row = database.createStatement().executeQuery(VILLAGE)) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
