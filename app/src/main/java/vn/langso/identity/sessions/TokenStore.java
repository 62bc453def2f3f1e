package vn.langso.identity.sessions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.identity.roles.Assignment;
import vn.langso.identity.sessions.SessionStore.Holder;
import vn.langso.kernel.Role;

/** All SQL of API tokens. */
@Repository
class TokenStore {

    private static final String INSERT = """
            insert into identity.api_token (id, hash, account_id, assignment_id, name, created_at, expires_at)
            values (:id, :hash, :accountId, :assignmentId, :name, :createdAt, :expiresAt)
            on conflict (hash) do nothing
            """;

    private static final String HOLDER = """
            select k.id, k.last_used_at, a.id as account_id, a.name, a.person_id, r.role, r.place_id
            from identity.api_token k
            join identity.account a on a.id = k.account_id and a.status = 'ACTIVE'
            join identity.assignment r on r.id = k.assignment_id and r.valid_from <= :today
                                      and (r.valid_to is null or r.valid_to >= :today)
            where k.hash = :hash and (k.expires_at is null or k.expires_at > :now)
            """;

    private static final String USED = """
            update identity.api_token set last_used_at = :now where id = :id
            """;

    private static final String OF_ACCOUNT = """
            select k.id, k.name, k.created_at, k.expires_at, k.last_used_at, r.role, r.place_id
            from identity.api_token k
            join identity.assignment r on r.id = k.assignment_id
            where k.account_id = :accountId
            order by k.created_at desc, k.id
            limit 50
            """;

    private static final String DELETE = """
            delete from identity.api_token where id = :id and account_id = :accountId
            returning name
            """;

    private static final String DELETE_ALL = """
            delete from identity.api_token where account_id = :accountId
            """;

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, byte[] hash, Assignment assignment, String name, Instant now, @Nullable Instant expiresAt) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("hash", hash)
                .param("accountId", assignment.accountId())
                .param("assignmentId", assignment.id())
                .param("name", name)
                .param("createdAt", now.atOffset(ZoneOffset.UTC))
                .param("expiresAt", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Holder> holder(byte[] hash, Instant now, LocalDate today) {
        return jdbc.sql(HOLDER)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", today)
                .query((row, _) -> {
                    OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
                    return new Holder(
                            row.getObject("id", UUID.class),
                            used == null ? null : used.toInstant(),
                            row.getObject("account_id", UUID.class),
                            row.getString("name"),
                            row.getObject("person_id", UUID.class),
                            Role.valueOf(row.getString("role")),
                            row.getObject("place_id", UUID.class));
                })
                .optional();
    }

    void used(UUID id, Instant now) {
        jdbc.sql(USED)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<ApiTokens.Line> of(UUID accountId) {
        return jdbc.sql(OF_ACCOUNT)
                .param("accountId", accountId)
                .query((row, _) -> new ApiTokens.Line(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class),
                        row.getObject("expires_at", OffsetDateTime.class),
                        row.getObject("last_used_at", OffsetDateTime.class),
                        Role.valueOf(row.getString("role")),
                        row.getObject("place_id", UUID.class)))
                .list();
    }

    /** The name of the token that was deleted. */
    Optional<String> delete(UUID accountId, UUID id) {
        return jdbc.sql(DELETE)
                .param("id", id)
                .param("accountId", accountId)
                .query((row, _) -> row.getString("name"))
                .optional();
    }

    int deleteAll(UUID accountId) {
        return jdbc.sql(DELETE_ALL).param("accountId", accountId).update();
    }
}
