package vn.langso.lighting.programmes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of programmes and of the plans made from them. */
@Repository
class ProgrammeStore {

    private static final String PROGRAMMES = """
            select cabinet_id, sunset_offset_min, sunrise_offset_min, rest_from, rest_until, resting, changed_by, changed_at, version
            from lighting.programme
            where cabinet_id = any(:cabinets)
            """;

    private static final String PLAN =
            "select cabinet_id, version, hash, covers_until, sent_at, confirmed_at from lighting.cabinet_plan where cabinet_id = :cabinet";

    private static final String KEEP_PLAN = """
            insert into lighting.cabinet_plan (cabinet_id, version, hash, covers_until, sent_at)
            values (:cabinet, :version, :hash, :until, :at)
            on conflict (cabinet_id) do update
            set version = excluded.version, hash = excluded.hash, covers_until = excluded.covers_until, sent_at = excluded.sent_at,
                confirmed_at = null
            """;

    private static final String CONFIRM = """
            update lighting.cabinet_plan set confirmed_at = :at
            where cabinet_id = :cabinet and hash = :hash and confirmed_at is null
            """;

    private final JdbcClient jdbc;

    ProgrammeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A programme as it is kept. */
    record Kept(Programme programme, String changedBy, Instant changedAt, int version) {}

    /** What a cabinet was given last. */
    record Given(
            long version,
            String hash,
            Instant until,
            Instant sentAt,
            @Nullable Instant confirmedAt) {}

    Map<UUID, Kept> programmes(Collection<UUID> cabinets) {
        Map<UUID, Kept> programmes = new HashMap<>();
        jdbc.sql(PROGRAMMES).param("cabinets", cabinets.toArray(UUID[]::new)).query(row -> {
            programmes.put(row.getObject("cabinet_id", UUID.class), kept(row));
        });
        return programmes;
    }

    Optional<Given> given(UUID cabinet) {
        return jdbc.sql(PLAN)
                .param("cabinet", cabinet)
                .query((row, _) -> new Given(
                        row.getLong("version"),
                        row.getString("hash"),
                        row.getObject("covers_until", OffsetDateTime.class).toInstant(),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        instant(row, "confirmed_at")))
                .optional();
    }

    void keepGiven(UUID cabinet, Plan plan, String hash, Instant at) {
        jdbc.sql(KEEP_PLAN)
                .param("cabinet", cabinet)
                .param("version", plan.version())
                .param("hash", hash)
                .param("until", plan.until().atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean confirm(UUID cabinet, String hash, Instant at) {
        return jdbc.sql(CONFIRM)
                        .param("cabinet", cabinet)
                        .param("hash", hash)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Programme(
                        Duration.ofMinutes(row.getInt("sunset_offset_min")),
                        Duration.ofMinutes(row.getInt("sunrise_offset_min")),
                        row.getObject("rest_from", LocalTime.class),
                        row.getObject("rest_until", LocalTime.class),
                        Set.copyOf(List.of((String[]) row.getArray("resting").getArray()))),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
