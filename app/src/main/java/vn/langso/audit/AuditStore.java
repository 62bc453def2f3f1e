package vn.langso.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.kernel.Role;
import vn.langso.shell.Caller;

/** All SQL of the audit. */
@Repository
class AuditStore {

    private static final String INSERT_CHANGE = """
            insert into audit.change (id, at, actor_id, actor_name, actor_role, actor_place_id, action, place_id,
                                      subject_type, subject_id, before, after)
            values (:id, :at, :actorId, :actorName, :actorRole, :actorPlaceId, :action, :placeId,
                    :subjectType, :subjectId, :before::jsonb, :after::jsonb)
            """;

    private static final String INSERT_LOOK = """
            insert into audit.look (id, at, actor_id, actor_name, actor_role, actor_place_id, what, place_id, subject_ids)
            values (:id, :at, :actorId, :actorName, :actorRole, :actorPlaceId, :what, :placeId, :subjectIds)
            """;

    private static final String CHANGES_OF = """
            select id, at, actor_id, actor_name, actor_role, action, place_id, subject_type, subject_id,
                   before::text as before, after::text as after
            from audit.change
            where subject_type = :subjectType and subject_id = :subjectId
            order by at desc, id desc
            limit :limit
            """;

    private static final String LATEST_AT = """
            select c.id, c.at, c.actor_id, c.actor_name, c.actor_role, c.action, c.place_id, c.subject_type, c.subject_id,
                   null as before, null as after
            from unnest(:places) as place (id)
            cross join lateral (
              select id, at, actor_id, actor_name, actor_role, action, place_id, subject_type, subject_id
              from audit.change
              where place_id = place.id and actor_role is not null
              order by at desc
              limit :limit) c
            order by c.at desc, c.id desc
            limit :limit
            """;

    /** Ids grow with time, so the order of the key is the order of the changes. */
    private static final String CHANGES_IN = """
            select id, at, actor_id, actor_name, actor_role, action, place_id, subject_type, subject_id,
                   before::text as before, after::text as after
            from audit.change
            where place_id = any (:places) and (:before::uuid is null or id < :before::uuid)
            order by id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertChange(
            UUID id, Instant at, Caller caller, Change change, @Nullable String before, @Nullable String after) {
        actor(jdbc.sql(INSERT_CHANGE), id, at, caller)
                .param("action", change.action())
                .param("placeId", change.placeId())
                .param("subjectType", change.subjectType())
                .param("subjectId", change.subjectId())
                .param("before", before)
                .param("after", after)
                .update();
    }

    void insertLook(
            UUID id, Instant at, Caller caller, String what, @Nullable UUID placeId, Collection<UUID> subjectIds) {
        actor(jdbc.sql(INSERT_LOOK), id, at, caller)
                .param("what", what)
                .param("placeId", placeId)
                .param("subjectIds", subjectIds.toArray(UUID[]::new))
                .update();
    }

    List<AuditEntry> changesOf(String subjectType, UUID subjectId, int limit) {
        return jdbc.sql(CHANGES_OF)
                .param("subjectType", subjectType)
                .param("subjectId", subjectId)
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(AuditEntry.class))
                .list();
    }

    List<AuditEntry> latestAt(Collection<UUID> places, int limit) {
        return jdbc.sql(LATEST_AT)
                .param("places", places.toArray(UUID[]::new))
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(AuditEntry.class))
                .list();
    }

    List<AuditEntry> changesIn(Set<UUID> places, @Nullable UUID before, int limit) {
        return jdbc.sql(CHANGES_IN)
                .param("places", places.toArray(UUID[]::new))
                .param("before", before)
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(AuditEntry.class))
                .list();
    }

    private static JdbcClient.StatementSpec actor(JdbcClient.StatementSpec sql, UUID id, Instant at, Caller caller) {
        Role role = caller.role();
        return sql.param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actorId", caller.accountId())
                .param("actorName", caller.name())
                .param("actorRole", role == null ? null : role.code())
                .param("actorPlaceId", caller.placeId());
    }
}
