package vn.langso.identity.roles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.kernel.Role;

/** All SQL of role assignments. */
@Repository
class AssignmentStore {

    private static final String COLUMNS = """
            id, account_id, role, place_id, valid_from, valid_to, granted_by_name, granted_at
            """;

    private static final String INSERT = """
            insert into identity.assignment (id, account_id, role, place_id, valid_from, valid_to, granted_by,
                                             granted_by_name, granted_at)
            values (:id, :accountId, :role, :placeId, :validFrom, :validTo, :grantedBy, :grantedByName, :grantedAt)
            """;

    private static final String END = """
            update identity.assignment set valid_to = :lastDay
            where id = :id and (valid_to is null or valid_to > :lastDay)
            """;

    private static final String OF_ACCOUNTS = "select " + COLUMNS + """
            from identity.assignment where account_id = any(:accounts)
            order by valid_from desc, id desc
            """;

    private static final String HOLDERS = """
            select distinct s.account_id, a.language
            from identity.assignment s join identity.account a on a.id = s.account_id and a.status <> 'CLOSED'
            where s.place_id = any(:places) and s.role = any(:roles)
              and s.valid_from <= :day and (s.valid_to is null or s.valid_to >= :day)
            order by s.account_id
            """;

    private static final String LANGUAGES = """
            select id as account_id, language from identity.account
            where id = any(:accounts) and status <> 'CLOSED' order by id
            """;

    private final JdbcClient jdbc;

    AssignmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Assignment assignment, UUID grantedBy) {
        jdbc.sql(INSERT)
                .param("id", assignment.id())
                .param("accountId", assignment.accountId())
                .param("role", assignment.role().name())
                .param("placeId", assignment.placeId())
                .param("validFrom", assignment.validFrom())
                .param("validTo", assignment.validTo())
                .param("grantedBy", grantedBy)
                .param("grantedByName", assignment.grantedByName())
                .param("grantedAt", assignment.grantedAt())
                .update();
    }

    /** False when it ended that day or earlier already. */
    boolean end(UUID id, LocalDate lastDay) {
        return jdbc.sql(END).param("id", id).param("lastDay", lastDay).update() == 1;
    }

    /** All assignments of these accounts, past and future ones too, the latest first. */
    List<Assignment> of(Collection<UUID> accounts) {
        return jdbc.sql(OF_ACCOUNTS)
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(AssignmentStore::assignment)
                .list();
    }

    /** Who holds one of these roles at one of these places on the day, in the order of their ids. */
    List<Holder> holders(Collection<Role> roles, Collection<UUID> places, LocalDate day) {
        return jdbc.sql(HOLDERS)
                .param("places", places.toArray(UUID[]::new))
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("day", day)
                .query(AssignmentStore::holder)
                .list();
    }

    /** Those of these accounts that are not closed, in the order of their ids. */
    List<Holder> holders(Collection<UUID> accounts) {
        return jdbc.sql(LANGUAGES)
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(AssignmentStore::holder)
                .list();
    }

    private static Holder holder(ResultSet row, int number) throws SQLException {
        return new Holder(row.getObject("account_id", UUID.class), row.getString("language"));
    }

    private static Assignment assignment(ResultSet row, int number) throws SQLException {
        @Nullable LocalDate validTo = row.getObject("valid_to", LocalDate.class);
        return new Assignment(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getObject("place_id", UUID.class),
                row.getObject("valid_from", LocalDate.class),
                validTo,
                row.getString("granted_by_name"),
                row.getObject("granted_at", OffsetDateTime.class));
    }
}
