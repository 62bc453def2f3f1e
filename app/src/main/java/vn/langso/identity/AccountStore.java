package vn.langso.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.identity.Account.Status;
import vn.langso.identity.secrets.Phone;
import vn.langso.identity.secrets.PhoneKeys;
import vn.langso.kernel.Folding;
import vn.langso.kernel.Role;

/** All SQL of accounts. */
@Repository
class AccountStore {

    private static final String COLUMNS = """
            a.id, a.name, a.phone_sealed, a.language, a.status, a.password_hash is not null as has_password,
            a.person_id, a.created_at, a.version
            """;

    private static final String INSERT = """
            insert into identity.account (id, name, name_folded, phone_hash, phone_sealed, language, status, person_id, created_at)
            values (:id, :name, :folded, :phoneHash, :phoneSealed, :language, :status, :personId, :createdAt)
            """;

    private static final String UPDATE = """
            update identity.account
            set name = :name, name_folded = :folded, phone_hash = :phoneHash, phone_sealed = :phoneSealed,
                status = :status, version = version + 1
            where id = :id and version = :version
            """;

    private static final String SET_LANGUAGE = """
            update identity.account set language = :language where id = :id and language <> :language
            """;

    private static final String SET_PASSWORD = """
            update identity.account set password_hash = :hash, version = version + 1 where id = :id
            """;

    private static final String GET = "select " + COLUMNS + " from identity.account a where a.id = :id";

    private static final String ACTIVE_WITH_PHONE = "select " + COLUMNS + """
            from identity.account a
            where a.phone_hash = :phoneHash and a.status = 'ACTIVE'
            order by a.name_folded, a.id
            limit 20
            """;

    private static final String OF_PERSONS = "select " + COLUMNS + """
            from identity.account a
            where a.person_id = any(:persons) and a.status <> 'CLOSED'
            """;

    private static final String HOLDERS_OF = "select " + COLUMNS + """
            from identity.account a
            where exists (select from identity.assignment r where r.account_id = a.id and r.role = :role)
            order by a.created_at, a.id
            limit 20
            """;

    private static final String PASSWORD_OF_PHONE = """
            select id, password_hash from identity.account
            where phone_hash = :phoneHash and password_hash is not null and status = 'ACTIVE'
            """;

    private static final String PASSWORD_OF = """
            select password_hash from identity.account where id = :id and password_hash is not null
            """;

    /** Names from {@code :after} on, so that a province's list costs what a village's does. */
    private static final String PAGE = "select " + COLUMNS + """
            from identity.account a
            where (a.name_folded, a.id) > (:afterName, :afterId)
              and (cast(:words as text) is null
                   or to_tsvector('simple', a.name_folded) @@ to_tsquery('simple', cast(:words as text)))
              and (cast(:phoneHash as bytea) is null or a.phone_hash = cast(:phoneHash as bytea))
              and exists (select from identity.assignment r
                          where r.account_id = a.id and r.place_id = any(:scope)
                            and (not :residentsOnly or r.role = 'RESIDENT'))
            order by a.name_folded, a.id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final PhoneKeys keys;

    AccountStore(JdbcClient jdbc, PhoneKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Account and hash of a password. */
    record Kept(UUID accountId, String passwordHash) {}

    /** What a list asks for; null members do not limit. */
    record Query(
            @Nullable String words,
            @Nullable Phone phone,
            Collection<UUID> scope,
            boolean residentsOnly,
            String afterName,
            UUID afterId,
            int limit) {}

    void insert(Account account) {
        phone(jdbc.sql(INSERT), account.phone())
                .param("id", account.id())
                .param("name", account.name())
                .param("folded", Folding.fold(account.name()))
                .param("language", account.language())
                .param("status", account.status().name())
                .param("personId", account.personId())
                .param("createdAt", account.createdAt())
                .update();
    }

    /** False when somebody else changed the account since {@code account} was read. */
    boolean update(Account account) {
        return phone(jdbc.sql(UPDATE), account.phone())
                        .param("id", account.id())
                        .param("name", account.name())
                        .param("folded", Folding.fold(account.name()))
                        .param("status", account.status().name())
                        .param("version", account.version())
                        .update()
                == 1;
    }

    void setLanguage(UUID id, String language) {
        jdbc.sql(SET_LANGUAGE).param("id", id).param("language", language).update();
    }

    void setPassword(UUID id, @Nullable String hash) {
        jdbc.sql(SET_PASSWORD).param("id", id).param("hash", hash).update();
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql(GET).param("id", id).query(this::account).optional();
    }

    List<Account> activeWithPhone(Phone phone) {
        return jdbc.sql(ACTIVE_WITH_PHONE)
                .param("phoneHash", keys.hash(phone))
                .query(this::account)
                .list();
    }

    List<Account> ofPersons(Collection<UUID> persons) {
        return jdbc.sql(OF_PERSONS)
                .param("persons", persons.toArray(UUID[]::new))
                .query(this::account)
                .list();
    }

    /** The first accounts that ever held the role. */
    List<Account> holdersOf(Role role) {
        return jdbc.sql(HOLDERS_OF)
                .param("role", role.name())
                .query(this::account)
                .list();
    }

    Optional<Kept> passwordOf(Phone phone) {
        return jdbc.sql(PASSWORD_OF_PHONE)
                .param("phoneHash", keys.hash(phone))
                .query((row, _) -> new Kept(row.getObject("id", UUID.class), row.getString("password_hash")))
                .optional();
    }

    Optional<String> passwordOf(UUID id) {
        return jdbc.sql(PASSWORD_OF)
                .param("id", id)
                .query((row, _) -> row.getString("password_hash"))
                .optional();
    }

    List<Account> page(Query query) {
        Phone phone = query.phone();
        return jdbc.sql(PAGE)
                .param("afterName", query.afterName())
                .param("afterId", query.afterId())
                .param("words", query.words())
                .param("phoneHash", phone == null ? null : keys.hash(phone))
                .param("scope", query.scope().toArray(UUID[]::new))
                .param("residentsOnly", query.residentsOnly())
                .param("limit", query.limit())
                .query(this::account)
                .list();
    }

    private JdbcClient.StatementSpec phone(JdbcClient.StatementSpec sql, @Nullable Phone phone) {
        return sql.param("phoneHash", phone == null ? null : keys.hash(phone))
                .param("phoneSealed", phone == null ? null : keys.seal(phone));
    }

    private Account account(ResultSet row, int number) throws SQLException {
        byte[] sealed = row.getBytes("phone_sealed");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                sealed == null ? null : keys.open(sealed),
                row.getString("language"),
                Status.valueOf(row.getString("status")),
                row.getBoolean("has_password"),
                row.getObject("person_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                row.getInt("version"));
    }
}
