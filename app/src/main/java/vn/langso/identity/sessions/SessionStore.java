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

import vn.langso.kernel.Role;

/** All SQL of sessions. */
@Repository
class SessionStore {

    private static final String INSERT = """
            insert into identity.session (id, hash, account_id, assignment_id, created_at, seen_at, expires_at, ends_at,
                                          address, agent)
            values (:id, :hash, :accountId, :assignmentId, :now, :now, :expiresAt, :endsAt, :address, :agent)
            """;

    /** The one read of every request. Dates decide here, so that a role that ended ends now and not at the next sign-in. */
    private static final String HOLDER = """
            select s.id, s.seen_at, a.id as account_id, a.name, a.person_id, r.role, r.place_id
            from identity.session s
            join identity.account a on a.id = s.account_id and a.status = 'ACTIVE'
            join identity.assignment r on r.id = s.assignment_id and r.valid_from <= :today
                                      and (r.valid_to is null or r.valid_to >= :today)
            where s.hash = :hash and s.expires_at > :now and s.ends_at > :now
            """;

    private static final String SEEN = """
            update identity.session set seen_at = :now, expires_at = least(:expiresAt, ends_at), address = :address
            where id = :id
            """;

    private static final String OF_ACCOUNT = """
            select s.id, s.created_at, s.seen_at, s.address, s.agent, r.role, r.place_id
            from identity.session s
            join identity.assignment r on r.id = s.assignment_id
            where s.account_id = :accountId and s.expires_at > :now and s.ends_at > :now
            order by s.seen_at desc, s.id
            limit 50
            """;

    private static final String END = """
            delete from identity.session where id = :id and account_id = :accountId
            """;

    private static final String END_BY_HASH = """
            delete from identity.session where hash = :hash
            """;

    private static final String END_ALL = """
            delete from identity.session
            where account_id = :accountId and (cast(:kept as uuid) is null or id <> cast(:kept as uuid))
            """;

    private static final String PURGE = """
            delete from identity.session where expires_at < :now or ends_at < :now
            """;

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A session to be kept. */
    record Fresh(
            UUID id,
            UUID accountId,
            UUID assignmentId,
            Instant at,
            Instant expiresAt,
            Instant endsAt,
            String address,
            String agent) {}

    /** Who holds a credential, in which role. */
    record Holder(
            UUID credentialId,
            @Nullable Instant usedAt,
            UUID accountId,
            String name,
            @Nullable UUID personId,
            Role role,
            UUID placeId) {}

    void insert(byte[] hash, Fresh session) {
        jdbc.sql(INSERT)
                .param("id", session.id())
                .param("hash", hash)
                .param("accountId", session.accountId())
                .param("assignmentId", session.assignmentId())
                .param("now", session.at().atOffset(ZoneOffset.UTC))
                .param("expiresAt", session.expiresAt().atOffset(ZoneOffset.UTC))
                .param("endsAt", session.endsAt().atOffset(ZoneOffset.UTC))
                .param("address", session.address())
                .param("agent", session.agent())
                .update();
    }

    Optional<Holder> holder(byte[] hash, Instant now, LocalDate today) {
        return jdbc.sql(HOLDER)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", today)
                .query((row, _) -> new Holder(
                        row.getObject("id", UUID.class),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        row.getObject("account_id", UUID.class),
                        row.getString("name"),
                        row.getObject("person_id", UUID.class),
                        Role.valueOf(row.getString("role")),
                        row.getObject("place_id", UUID.class)))
                .optional();
    }

    void seen(UUID id, Instant now, Instant expiresAt, String address) {
        jdbc.sql(SEEN)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .param("address", address)
                .update();
    }

    List<Sessions.Line> of(UUID accountId, Instant now) {
        return jdbc.sql(OF_ACCOUNT)
                .param("accountId", accountId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Sessions.Line(
                        row.getObject("id", UUID.class),
                        row.getObject("created_at", OffsetDateTime.class),
                        row.getObject("seen_at", OffsetDateTime.class),
                        row.getString("address"),
                        row.getString("agent"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("place_id", UUID.class)))
                .list();
    }

    boolean end(UUID accountId, UUID id) {
        return jdbc.sql(END).param("id", id).param("accountId", accountId).update() == 1;
    }

    void endByHash(byte[] hash) {
        jdbc.sql(END_BY_HASH).param("hash", hash).update();
    }

    /** Ends all sessions of the account but {@code kept}; returns how many. */
    int endAll(UUID accountId, @Nullable UUID kept) {
        return jdbc.sql(END_ALL)
                .param("accountId", accountId)
                .param("kept", kept)
                .update();
    }

    int purge(Instant now) {
        return jdbc.sql(PURGE).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}
