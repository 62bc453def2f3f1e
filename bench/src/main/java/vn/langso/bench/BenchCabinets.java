package vn.langso.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Many cabinets of the demo's first bench village: their devices in the database, and the file for the simulator. */
final class BenchCabinets {

    private static final String KEY = "a key of the measurements";
    private static final String DEVICES = """
            insert into iot.device (id, subject_id, kind, adapter, circuits, place_id, name, state,
                                    expected_every_seconds, registered_at, changed_at)
            select format('bench-%s', lpad(n::text, 5, '0')), gen_random_uuid(), 'cabinet', 'langso', '{}', ?, 'Tủ đo ' || n,
                   'active', 60, now(), clock_timestamp()
            from generate_series(1, ?) n
            on conflict do nothing
            """;
    private static final String LINKS = """
            insert into iot.device_link (device_id) select id from iot.device where id like 'bench-%' on conflict do nothing
            """;
    private static final String KEYS = """
            insert into iot.device_key (device_id, hash, made_at)
            select id, ?, now() from iot.device where id like 'bench-%' on conflict do nothing
            """;

    private BenchCabinets() {}

    static String device(int number) {
        return "bench-%05d".formatted(number);
    }

    /** Puts the devices into the program's database; the program reads new accounts when it starts. */
    static void register(Program program, UUID village, int count) throws IOException, SQLException {
        try (Connection database = program.database();
                PreparedStatement devices = database.prepareStatement(DEVICES);
                PreparedStatement links = database.prepareStatement(LINKS);
                PreparedStatement keys = database.prepareStatement(KEYS)) {
            devices.setObject(1, village);
            devices.setInt(2, count);
            devices.executeUpdate();
            links.executeUpdate();
            keys.setBytes(1, sha256(KEY));
            keys.executeUpdate();
        }
    }

    /** What the simulator plays: so many cabinets, each with these circuits of so many lamps. */
    static Path fleet(Path file, int port, int count, int circuits, int lampsEach, boolean controllers, Duration report)
            throws IOException {
        ObjectNode fleet = JsonMapper.shared().createObjectNode();
        fleet.put("host", "127.0.0.1").put("port", port).put("reportMillis", report.toMillis());
        ArrayNode cabinets = fleet.putArray("cabinets");
        for (int number = 1; number <= count; number++) {
            ObjectNode cabinet = cabinets.addObject()
                    .put("device", device(number))
                    .put("key", KEY)
                    .put("firmware", "langso")
                    .put("lampControllers", controllers);
            ArrayNode all = cabinet.putArray("circuits");
            for (int circuit = 0; circuit < circuits; circuit++) {
                String road = "T" + (circuit / 2 + 1);
                ArrayNode lamps = all.addObject()
                        .put("id", circuit / 2 + 1 + (circuit % 2 == 0 ? "a" : "b"))
                        .put("road", road)
                        .put("watts", 40)
                        .putArray("lamps");
                for (int lamp = 0; lamp < lampsEach; lamp++) {
                    lamps.add("%s-%02d".formatted(road, lamp * 2 + circuit % 2 + 1));
                }
            }
        }
        Files.writeString(file, fleet.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
