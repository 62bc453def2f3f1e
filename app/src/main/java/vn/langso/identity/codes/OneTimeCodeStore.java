package vn.langso.identity.codes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of one-time codes and of the demo's inbox. */
@Repository
class OneTimeCodeStore {

    private static final String INSERT = """
            insert into identity.one_time_code (id, browser_hash, phone_hash, phone_sealed, code_hash, created_at, expires_at)
            values (:id, :browserHash, :phoneHash, :phoneSealed, :codeHash, :createdAt, :expiresAt)
            """;

    private static final String PENDING = """
            select id, phone_hash, phone_sealed, code_hash, created_at, expires_at
            from identity.one_time_code
            where browser_hash = :browserHash and proved_at is null and expires_at > :now
            """;

    private static final String TAKE = """
            update identity.one_time_code set attempts = attempts + 1
            where browser_hash = :browserHash and proved_at is null and expires_at > :now and attempts < :tries
            returning id, attempts, code_hash, phone_sealed
            """;

    private static final String PROVED = """
            update identity.one_time_code set proved_at = :now where id = :id and proved_at is null
            """;

    private static final String PROVED_PHONE = """
            select phone_sealed from identity.one_time_code
            where browser_hash = :browserHash and proved_at > :since and used_at is null
            """;

    private static final String USE = """
            update identity.one_time_code set used_at = :now
            where browser_hash = :browserHash and proved_at > :since and used_at is null
            """;

    private static final String PURGE = """
            delete from identity.one_time_code where expires_at < :before
            """;

    private final JdbcClient jdbc;

    OneTimeCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code as it is kept; never compared as a whole. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(UUID id, byte[] phoneHash, byte[] phoneSealed, byte[] codeHash, Instant createdAt, Instant expiresAt) {}

    /** A counted try; never compared as a whole. */
    @SuppressWarnings("ArrayRecordComponent")
    record Try(UUID id, int attempts, byte[] codeHash, byte[] phoneSealed) {}

    void insert(Kept code, byte[] browserHash) {
        jdbc.sql(INSERT)
                .param("id", code.id())
                .param("browserHash", browserHash)
                .param("phoneHash", code.phoneHash())
                .param("phoneSealed", code.phoneSealed())
                .param("codeHash", code.codeHash())
                .param("createdAt", code.createdAt().atOffset(ZoneOffset.UTC))
                .param("expiresAt", code.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Kept> pending(byte[] browserHash, Instant now) {
        return jdbc.sql(PENDING)
                .param("browserHash", browserHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getBytes("phone_hash"),
                        row.getBytes("phone_sealed"),
                        row.getBytes("code_hash"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    Optional<Try> take(byte[] browserHash, Instant now, int tries) {
        return jdbc.sql(TAKE)
                .param("browserHash", browserHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tries", tries)
                .query((row, _) -> new Try(
                        row.getObject("id", UUID.class),
                        row.getInt("attempts"),
                        row.getBytes("code_hash"),
                        row.getBytes("phone_sealed")))
                .optional();
    }

    boolean proved(UUID id, Instant now) {
        return jdbc.sql(PROVED)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<byte[]> provedPhone(byte[] browserHash, Instant since) {
        return jdbc.sql(PROVED_PHONE)
                .param("browserHash", browserHash)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getBytes("phone_sealed"))
                .optional();
    }

    boolean use(byte[] browserHash, Instant now, Instant since) {
        return jdbc.sql(USE)
                        .param("browserHash", browserHash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int purge(Instant before) {
        return jdbc.sql(PURGE).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
