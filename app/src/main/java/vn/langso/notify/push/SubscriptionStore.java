package vn.langso.notify.push;

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

/** All SQL of browsers that want notices. */
@Repository
class SubscriptionStore {

    private static final String COLUMNS =
            "id, account_id, endpoint, key, auth, language, device, created_at, reached_at";

    private static final String UPSERT = """
            insert into notify.subscription (id, account_id, endpoint, key, auth, language, device, created_at)
            values (:id, :account, :endpoint, :key, :auth, :language, :device, :at)
            on conflict (endpoint) do update
              set account_id = excluded.account_id, key = excluded.key, auth = excluded.auth,
                  language = excluded.language, device = excluded.device
            """;

    private static final String FIND = "select " + COLUMNS + " from notify.subscription where id = :id";

    private static final String OF = "select " + COLUMNS + """
             from notify.subscription where account_id = any(:accounts) order by created_at desc, id
            """;

    private static final String REMOVE = "delete from notify.subscription where id = :id and account_id = :account";

    private static final String DROP = "delete from notify.subscription where id = :id";

    private static final String REACHED = "update notify.subscription set reached_at = :at where id = :id";

    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A browser that is known already belongs from now on to who uses it now. */
    void keep(Subscription subscription) {
        jdbc.sql(UPSERT)
                .param("id", subscription.id())
                .param("account", subscription.accountId())
                .param("endpoint", subscription.endpoint())
                .param("key", subscription.key())
                .param("auth", subscription.auth())
                .param("language", subscription.language())
                .param("device", subscription.device())
                .param("at", subscription.createdAt())
                .update();
    }

    Optional<Subscription> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(SubscriptionStore::row).optional();
    }

    List<Subscription> of(Collection<UUID> accounts) {
        return jdbc.sql(OF)
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(SubscriptionStore::row)
                .list();
    }

    boolean remove(UUID accountId, UUID id) {
        return jdbc.sql(REMOVE).param("id", id).param("account", accountId).update() == 1;
    }

    void drop(UUID id) {
        jdbc.sql(DROP).param("id", id).update();
    }

    void reached(UUID id, Instant at) {
        jdbc.sql(REACHED)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Subscription row(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime reachedAt = row.getObject("reached_at", OffsetDateTime.class);
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("endpoint"),
                row.getString("key"),
                row.getString("auth"),
                row.getString("language"),
                row.getString("device"),
                row.getObject("created_at", OffsetDateTime.class),
                reachedAt);
    }
}
