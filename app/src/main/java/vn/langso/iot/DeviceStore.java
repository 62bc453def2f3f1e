package vn.langso.iot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.kernel.Folding;

/** All SQL of the registry of devices. */
@Repository
class DeviceStore {

    private static final String INSERT = """
            insert into iot.device (id, subject_id, kind, adapter, circuits, place_id, name, state,
                                    expected_every_seconds, registered_at, changed_at)
            values (:id, :subjectId, :kind, :adapter, :circuits, :placeId, :name, 'active',
                    :everySeconds, :at, clock_timestamp())
            """;

    private static final String INSERT_LINK = "insert into iot.device_link (device_id) values (:id)";

    private static final String SELECT = """
            select d.id, d.subject_id, d.kind, d.adapter, d.circuits, d.place_id, d.name, d.firmware, d.latitude,
                   d.longitude, d.state, d.reason, d.expected_every_seconds, d.registered_at, l.last_seen, l.silent,
                   l.offset_millis
            from iot.device d join iot.device_link l on l.device_id = d.id
            """;

    private static final String FIND = SELECT + "where d.id = :id";

    private static final String UNDER = SELECT + """
            where d.place_id = any(:places) and d.id > :after
              and (:text = '' or lower(d.name) like '%' || :text || '%' or d.id like '%' || :text || '%')
            order by d.id
            limit :limit
            """;

    private static final String STATE = """
            update iot.device set state = :state, reason = :reason, changed_at = clock_timestamp()
            where id = :id and state = any(:from)
            """;

    private static final String NEW_LIFE = "update iot.device_link set new_life = true where device_id = :id";

    private static final String POSITION = """
            update iot.device set latitude = :latitude, longitude = :longitude where id = :id
            """;

    private static final String INSERT_CODE = """
            insert into iot.provisioning (code_hash, device_id, good_until) values (:hash, :id, :until)
            """;

    private static final String FORGET_CODES = "delete from iot.provisioning where device_id = :id";

    private static final String TAKE_CODE = """
            delete from iot.provisioning where code_hash = :hash and good_until > :now returning device_id
            """;

    private static final String REFUSED = """
            select reason, sum(count) as count, max(last_at) as last_at from iot.refusal
            where device_id = :id and day >= :since
            group by reason
            order by reason
            """;

    private static final String COUNT = """
            select count(*) from iot.device where place_id = any(:places) and state <> 'retired'
            """;

    private final JdbcClient jdbc;

    DeviceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, UUID subjectId, NewDevice device, String name, Instant at) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("subjectId", subjectId)
                .param("kind", device.kind())
                .param("adapter", device.adapter())
                .param("circuits", device.circuits().toArray(String[]::new))
                .param("placeId", device.placeId())
                .param("name", name)
                .param("everySeconds", (int) device.expectedEvery().toSeconds())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(INSERT_LINK).param("id", id).update();
    }

    Optional<Device> find(String id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query((row, number) -> device(row))
                .optional();
    }

    List<Device> under(Collection<UUID> places, String text, String after, int limit) {
        return jdbc.sql(UNDER)
                .param("places", places.toArray(UUID[]::new))
                .param("text", text.strip().toLowerCase(Locale.ROOT))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> device(row))
                .list();
    }

    boolean state(String id, DeviceState state, @Nullable String reason, DeviceState... from) {
        return jdbc.sql(STATE)
                        .param("id", id)
                        .param("state", code(state))
                        .param("reason", reason)
                        .param(
                                "from",
                                java.util.Arrays.stream(from)
                                        .map(DeviceStore::code)
                                        .toArray(String[]::new))
                        .update()
                == 1;
    }

    /** The next message may begin its numbers anew. */
    void newLife(String id) {
        jdbc.sql(NEW_LIFE).param("id", id).update();
    }

    void position(String id, double latitude, double longitude) {
        jdbc.sql(POSITION)
                .param("id", id)
                .param("latitude", latitude)
                .param("longitude", longitude)
                .update();
    }

    void insertCode(String id, byte[] hash, Instant until) {
        jdbc.sql(FORGET_CODES).param("id", id).update();
        jdbc.sql(INSERT_CODE)
                .param("id", id)
                .param("hash", hash)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<String> takeCode(byte[] hash, Instant now) {
        return jdbc.sql(TAKE_CODE)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    List<Refusals.Count> refused(String id, LocalDate since) {
        return jdbc.sql(REFUSED)
                .param("id", id)
                .param("since", since)
                .query((row, number) -> new Refusals.Count(
                        row.getString("reason"),
                        row.getLong("count"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    long count(Collection<UUID> places) {
        return jdbc.sql(COUNT)
                .param("places", places.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private static String code(DeviceState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Device device(ResultSet row) throws SQLException {
        Long offset = row.getObject("offset_millis", Long.class);
        return new Device(
                new DeviceId(row.getString("id")),
                row.getObject("subject_id", UUID.class),
                row.getString("kind"),
                row.getString("adapter"),
                List.of((String[]) row.getArray("circuits").getArray()),
                row.getObject("place_id", UUID.class),
                Folding.clean(row.getString("name")),
                row.getString("firmware"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                DeviceState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                Duration.ofSeconds(row.getInt("expected_every_seconds")),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_seen"),
                row.getBoolean("silent"),
                offset == null ? null : Duration.ofMillis(offset));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
