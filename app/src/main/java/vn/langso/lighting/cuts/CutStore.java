package vn.langso.lighting.cuts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of planned cuts. */
@Repository
class CutStore {

    private static final String INSERT = """
            insert into lighting.planned_cut (id, place_id, starts_at, ends_at, source, note, entered_by, entered_at)
            values (:id, :placeId, :from, :to, :source, :note, :enteredBy, :at)
            on conflict (place_id, starts_at, ends_at) where ended_at is null do nothing
            """;

    private static final String END = """
            update lighting.planned_cut set ended_at = :at
            where id = :id and ended_at is null and ends_at > :at
            """;

    private static final String FIND = """
            select id, place_id, starts_at, ends_at, source, note, entered_by, ended_at
            from lighting.planned_cut
            where id = :id
            """;

    private static final String HOLDING = """
            select id, place_id, starts_at, ends_at, source, note, entered_by, ended_at
            from lighting.planned_cut
            where place_id = any(:places) and starts_at <= :until and ends_at >= :since
              and (ended_at is null or ended_at >= :since)
            order by starts_at
            limit 1
            """;

    private static final String LIST = """
            select id, place_id, starts_at, ends_at, source, note, entered_by, ended_at
            from lighting.planned_cut
            where place_id = any(:places) and (:after::uuid is null or (starts_at, id) <
                  (select starts_at, id from lighting.planned_cut where id = :after))
            order by starts_at desc, id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    CutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the same cut stands already. */
    boolean insert(UUID id, NewCut cut, String enteredBy, Instant at) {
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("placeId", cut.placeId())
                        .param("from", utc(cut.from()))
                        .param("to", utc(cut.to()))
                        .param("source", cut.source())
                        .param("note", cut.note())
                        .param("enteredBy", enteredBy)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** False when it is over already. */
    boolean end(UUID id, Instant at) {
        return jdbc.sql(END).param("id", id).param("at", utc(at)).update() == 1;
    }

    Optional<PlannedCut> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> cut(row)).optional();
    }

    /** One that holds for any of the places some time between the two. */
    Optional<PlannedCut> holding(Collection<UUID> places, Instant since, Instant until) {
        return jdbc.sql(HOLDING)
                .param("places", places.toArray(UUID[]::new))
                .param("since", utc(since))
                .param("until", utc(until))
                .query((row, _) -> cut(row))
                .optional();
    }

    /** The latest first, before {@code after}. */
    List<PlannedCut> list(Collection<UUID> places, @Nullable UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("places", places.toArray(UUID[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> cut(row))
                .list();
    }

    private static PlannedCut cut(ResultSet row) throws SQLException {
        return new PlannedCut(
                row.getObject("id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getObject("starts_at", OffsetDateTime.class),
                row.getObject("ends_at", OffsetDateTime.class),
                row.getString("source"),
                row.getString("note"),
                row.getString("entered_by"),
                row.getObject("ended_at", OffsetDateTime.class));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
