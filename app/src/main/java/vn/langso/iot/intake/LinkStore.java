package vn.langso.iot.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of what was heard of devices: two statements a batch. */
@Repository
class LinkStore {

    private static final String LOCK = """
            select device_id, high_seq, seen0, seen1, seen2, seen3, new_life, silent, offset_millis, last_sent, last_received
            from iot.device_link
            where device_id = any(:ids)
            order by device_id
            for update
            """;

    private static final String WRITE = """
            update iot.device_link l
            set high_seq = t.high_seq, seen0 = t.seen0, seen1 = t.seen1, seen2 = t.seen2, seen3 = t.seen3,
                new_life = t.new_life, silent = false, last_seen = :now, offset_millis = t.offset_millis,
                last_sent = t.last_sent, last_received = t.last_received
            from unnest(:ids::text[], :highs::bigint[], :seen0::bigint[], :seen1::bigint[], :seen2::bigint[], :seen3::bigint[],
                        :lives::boolean[], :offsets::bigint[], :sent::timestamptz[], :received::timestamptz[])
                 as t (id, high_seq, seen0, seen1, seen2, seen3, new_life, offset_millis, last_sent, last_received)
            where l.device_id = t.id
            """;

    private static final String FALL_SILENT = """
            update iot.device_link l set silent = true
            from iot.device d
            where d.id = l.device_id and d.state = 'active' and not l.silent
              and l.last_seen < cast(:now as timestamptz) - d.expected_every_seconds * :times * interval '1 second'
            returning l.device_id, d.place_id, l.last_seen
            """;

    private static final String NEXT_DOWN = """
            update iot.device set down_seq = down_seq + 1 where id = :id returning down_seq
            """;

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Link.Row> lock(Collection<String> ids) {
        return jdbc.sql(LOCK)
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> link(row))
                .list();
    }

    void write(List<Link.Row> rows, Instant now) {
        jdbc.sql(WRITE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", array(rows, Link.Row::device, String[]::new))
                .param("highs", array(rows, Link.Row::highSeq, Long[]::new))
                .param("seen0", array(rows, row -> row.seen()[0], Long[]::new))
                .param("seen1", array(rows, row -> row.seen()[1], Long[]::new))
                .param("seen2", array(rows, row -> row.seen()[2], Long[]::new))
                .param("seen3", array(rows, row -> row.seen()[3], Long[]::new))
                .param("lives", array(rows, Link.Row::newLife, Boolean[]::new))
                .param("offsets", array(rows, Link.Row::offsetMillis, Long[]::new))
                .param("sent", array(rows, row -> text(row.lastSent()), String[]::new))
                .param("received", array(rows, row -> text(row.lastReceived()), String[]::new))
                .update();
    }

    long nextDownSequence(String id) {
        return jdbc.sql(NEXT_DOWN).param("id", id).query(Long.class).single();
    }

    List<Fallen> fallSilent(Instant now, int times) {
        return jdbc.sql(FALL_SILENT)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("times", times)
                .query((row, number) -> new Fallen(
                        row.getString("device_id"),
                        row.getObject("place_id", UUID.class),
                        row.getObject("last_seen", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static <T extends @Nullable Object> T[] array(
            List<Link.Row> rows, Function<Link.Row, T> part, java.util.function.IntFunction<T[]> maker) {
        return rows.stream().map(part).toArray(maker);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static Link.Row link(ResultSet row) throws SQLException {
        return new Link.Row(
                row.getString("device_id"),
                row.getLong("high_seq"),
                new long[] {row.getLong("seen0"), row.getLong("seen1"), row.getLong("seen2"), row.getLong("seen3")},
                row.getBoolean("new_life"),
                row.getBoolean("silent"),
                row.getObject("offset_millis", Long.class),
                instant(row, "last_sent"),
                instant(row, "last_received"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    record Fallen(String device, UUID placeId, Instant lastSeen) {}
}
