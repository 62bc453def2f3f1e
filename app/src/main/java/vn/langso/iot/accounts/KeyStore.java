package vn.langso.iot.accounts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of accounts and their keys. */
@Repository
class KeyStore {

    private static final String CHANGED = """
            select d.id, d.kind, d.adapter, d.circuits, d.place_id, d.state, d.changed_at,
                   array_agg(encode(k.hash, 'hex') order by k.made_at) filter (where k.hash is not null) as hashes,
                   array_agg(coalesce(extract(epoch from k.good_until)::bigint, 0) order by k.made_at)
                       filter (where k.hash is not null) as ends
            from iot.device d left join iot.device_key k on k.device_id = d.id
            where d.changed_at >= :since
            group by d.id
            """;

    private static final String ONE = CHANGED.replace("d.changed_at >= :since", "d.id = :id");

    private static final String INSERT_KEY = """
            insert into iot.device_key (device_id, hash, made_at) values (:id, :hash, :at)
            """;

    private static final String END_OTHERS = """
            update iot.device_key set good_until = :until where device_id = :id and good_until is null
            """;

    private static final String PURGE = """
            delete from iot.device_key where device_id = :id and good_until < :now
            """;

    private static final String TOUCH = "update iot.device set changed_at = clock_timestamp() where id = :id";

    private final JdbcClient jdbc;

    KeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> changedSince(Instant since) {
        return jdbc.sql(CHANGED)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row(row))
                .list();
    }

    @Nullable
    Row one(String id) {
        return jdbc.sql(ONE)
                .param("id", id)
                .query((row, number) -> row(row))
                .optional()
                .orElse(null);
    }

    void insertKey(String id, byte[] hash, Instant at) {
        jdbc.sql(INSERT_KEY)
                .param("id", id)
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(TOUCH).param("id", id).update();
    }

    void endKeys(String id, Instant now, Instant until) {
        jdbc.sql(PURGE)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(END_OTHERS)
                .param("id", id)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        Account account = new Account(
                row.getString("id"),
                row.getString("kind"),
                row.getString("adapter"),
                List.of((String[]) row.getArray("circuits").getArray()),
                row.getObject("place_id", UUID.class),
                row.getString("state").equals("active"),
                keys(row.getArray("hashes"), row.getArray("ends")));
        return new Row(
                account, row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static List<Key> keys(@Nullable Array hashes, @Nullable Array ends) throws SQLException {
        List<Key> keys = new ArrayList<>();
        if (hashes != null && ends != null) {
            String[] all = (String[]) hashes.getArray();
            Long[] until = (Long[]) ends.getArray();
            for (int i = 0; i < all.length; i++) {
                keys.add(new Key(
                        java.util.HexFormat.of().parseHex(all[i]),
                        until[i] == 0 ? null : Instant.ofEpochSecond(until[i])));
            }
        }
        return List.copyOf(keys);
    }

    record Row(Account account, Instant changedAt) {}
}
