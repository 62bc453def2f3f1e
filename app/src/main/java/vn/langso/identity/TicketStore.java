package vn.langso.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of opening tickets. */
@Repository
class TicketStore {

    private static final String INSERT = """
            insert into identity.opening_ticket (id, hash, account_id, made_by, made_at, expires_at)
            values (:id, :hash, :accountId, :madeBy, :madeAt, :expiresAt)
            """;

    private static final String DROP_UNUSED = """
            delete from identity.opening_ticket where account_id = :accountId and used_at is null
            """;

    private static final String FIND = """
            select account_id from identity.opening_ticket
            where hash = :hash and used_at is null and expires_at > :now
            """;

    private static final String USE = """
            update identity.opening_ticket set used_at = :now
            where hash = :hash and used_at is null and expires_at > :now
            returning account_id
            """;

    private static final String PURGE = """
            delete from identity.opening_ticket where expires_at < :before
            """;

    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, byte[] hash, UUID accountId, UUID madeBy, Instant at, Instant expiresAt) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("hash", hash)
                .param("accountId", accountId)
                .param("madeBy", madeBy)
                .param("madeAt", at.atOffset(ZoneOffset.UTC))
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void dropUnused(UUID accountId) {
        jdbc.sql(DROP_UNUSED).param("accountId", accountId).update();
    }

    Optional<UUID> find(byte[] hash, Instant now) {
        return jdbc.sql(FIND)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject("account_id", UUID.class))
                .optional();
    }

    Optional<UUID> use(byte[] hash, Instant now) {
        return jdbc.sql(USE)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject("account_id", UUID.class))
                .optional();
    }

    int purge(Instant before) {
        return jdbc.sql(PURGE).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
