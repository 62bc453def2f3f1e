package vn.langso.notify;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.kernel.Role;

/** All SQL of who is told when. */
@Repository
class StepStore {

    private static final String INSERT = """
            insert into notify.step (notice_id, number, due_at, permission, roles, place_id, accounts, except_account,
                                     state)
            values (:notice, :number, :due, :permission, :roles, :place, :accounts, :except, 'WAITING')
            """;

    private static final String NEXT_DUE = """
            select notice_id, number, permission, roles, place_id, accounts, except_account
            from notify.step where state = 'WAITING' and due_at <= :now
            order by due_at, notice_id, number limit 1
            for update skip locked
            """;

    private static final String FINISH = """
            update notify.step set state = :state, told = :told where notice_id = :notice and number = :number
            """;

    private static final String CALL_OFF = """
            update notify.step set state = 'CALLED_OFF'
            where notice_id = :notice and state = 'WAITING' and number > 0
            """;

    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID noticeId, int number, Instant due, Audience audience) {
        jdbc.sql(INSERT)
                .param("notice", noticeId)
                .param("number", number)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("permission", audience.permission())
                .param("roles", audience.roles().stream().map(Role::name).toArray(String[]::new))
                .param("place", audience.placeId())
                .param("accounts", audience.accounts().toArray(UUID[]::new))
                .param("except", audience.except())
                .update();
    }

    /** One step that is due, locked until the transaction ends; another copy of the program takes another one. */
    Optional<Step> nextDue(Instant now) {
        return jdbc.sql(NEXT_DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(StepStore::step)
                .optional();
    }

    void told(Step step, int people) {
        finish(step, "TOLD", people);
    }

    void calledOff(Step step) {
        finish(step, "CALLED_OFF", 0);
    }

    /** Nobody else is told. */
    void callOff(UUID noticeId) {
        jdbc.sql(CALL_OFF).param("notice", noticeId).update();
    }

    private void finish(Step step, String state, int people) {
        jdbc.sql(FINISH)
                .param("notice", step.noticeId())
                .param("number", step.number())
                .param("state", state)
                .param("told", people)
                .update();
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) array(row, "roles"))
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        Set<UUID> accounts = Set.of((UUID[]) array(row, "accounts"));
        Audience audience = new Audience(
                row.getString("permission"),
                roles,
                row.getObject("place_id", UUID.class),
                accounts,
                row.getObject("except_account", UUID.class));
        return new Step(row.getObject("notice_id", UUID.class), row.getInt("number"), audience);
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }
}
