package vn.langso.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.places.PlaceRecords.Known;
import vn.langso.shell.Caller;

/** All SQL of recorded operations and of the loaded versions of the reference lists. */
@Repository
class OperationStore {

    private static final String INSERT = """
            insert into places.operation (id, change, reference_key, number, effective_on, title, known, source,
                                          actor_id, actor_name, recorded_at)
            values (:id, :change, :referenceKey, :number, :effectiveOn, :title, :known, :source,
                    :actorId, :actorName, :recordedAt)
            """;
    private static final String FIND = """
            select id, change, reference_key, number, effective_on, title, known, source, actor_name, recorded_at,
                   undone_at
            from places.operation
            where id = :id
            """;
    private static final String LATEST = """
            select id, change, reference_key, number, effective_on, title, known, source, actor_name, recorded_at,
                   undone_at
            from places.operation
            order by recorded_at desc, id desc
            limit :limit
            """;
    private static final String OF_IDS = """
            select id, change, reference_key, number, effective_on, title, known, source, actor_name, recorded_at,
                   undone_at
            from places.operation
            where id = any(:ids::uuid[])
            """;
    private static final String UNDONE = """
            update places.operation set undone_at = :at, undone_by_name = :by where id = :id and undone_at is null
            """;
    private static final String IS_LOADED = "select count(*) from places.content where version = :version";
    private static final String LOADED = "insert into places.content (version, loaded_at) values (:version, :at)";

    private final JdbcClient jdbc;

    OperationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Operation operation, Caller caller) {
        jdbc.sql(INSERT)
                .param("id", operation.id())
                .param("change", operation.change())
                .param("referenceKey", operation.referenceKey())
                .param("number", operation.decision().number())
                .param("effectiveOn", operation.decision().effectiveOn())
                .param("title", operation.decision().title())
                .param("known", operation.known().name())
                .param("source", operation.source())
                .param("actorId", caller.accountId())
                .param("actorName", caller.name())
                .param("recordedAt", operation.recordedAt())
                .update();
    }

    Optional<Operation> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> operation(row)).optional();
    }

    /** The newest first. */
    List<Operation> latest(int limit) {
        return jdbc.sql(LATEST)
                .param("limit", limit)
                .query((row, n) -> operation(row))
                .list();
    }

    Map<UUID, Operation> byId(Collection<UUID> ids) {
        return jdbc
                .sql(OF_IDS)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> operation(row))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Operation::id, operation -> operation));
    }

    /** False when it was undone before. */
    boolean markUndone(UUID id, OffsetDateTime at, Caller caller) {
        return jdbc.sql(UNDONE)
                        .param("id", id)
                        .param("at", at)
                        .param("by", caller.name())
                        .update()
                == 1;
    }

    boolean isLoaded(String version) {
        return jdbc.sql(IS_LOADED)
                        .param("version", version)
                        .query((row, n) -> row.getLong(1))
                        .single()
                > 0;
    }

    void loaded(String version, OffsetDateTime at) {
        jdbc.sql(LOADED).param("version", version).param("at", at).update();
    }

    private static Operation operation(ResultSet row) throws SQLException {
        Decision decision = new Decision(
                row.getString("number"), row.getObject("effective_on", LocalDate.class), row.getString("title"));
        @Nullable OffsetDateTime undoneAt = row.getObject("undone_at", OffsetDateTime.class);
        return new Operation(
                row.getObject("id", UUID.class),
                row.getString("change"),
                row.getString("reference_key"),
                decision,
                Known.valueOf(row.getString("known")),
                row.getString("source"),
                row.getString("actor_name"),
                row.getObject("recorded_at", OffsetDateTime.class),
                undoneAt);
    }
}
