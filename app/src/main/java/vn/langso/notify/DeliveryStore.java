package vn.langso.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.kernel.Ids;

/** All SQL of the queue of what channels carry further. */
@Repository
class DeliveryStore {

    private static final String ENQUEUE = """
            insert into notify.delivery (id, notice_id, account_id, channel, target, language, state, due_at)
            values (:id, :notice, :account, :channel, :target, :language, 'WAITING', :at)
            on conflict (notice_id, channel, target) do nothing
            """;

    private static final String CLAIM = """
            with due as (
              select id from notify.delivery where state = 'WAITING' and due_at <= :now
              order by due_at limit :limit for update skip locked)
            update notify.delivery d set attempts = d.attempts + 1, due_at = :until
            from due where d.id = due.id
            returning d.id, d.notice_id, d.account_id, d.channel, d.target, d.language, d.attempts
            """;

    private static final String FINISH = """
            update notify.delivery set state = :state, finished_at = :at, answer = :answer
            where id = :id and state = 'WAITING' and attempts = :attempt
            """;

    private static final String AGAIN = """
            update notify.delivery set due_at = :due, answer = :answer
            where id = :id and state = 'WAITING' and attempts = :attempt
            """;

    private static final String CALL_OFF = """
            update notify.delivery set state = 'CALLED_OFF', finished_at = :at
            where notice_id = :notice and state = 'WAITING'
            """;

    private static final String REACH = """
            select (select count(*) from notify.recipient where notice_id = :notice) as told,
                   (select count(*) from notify.recipient where notice_id = :notice and seen_at is not null) as seen,
                   (select count(distinct account_id) from notify.delivery
                    where notice_id = :notice and state = 'HANDED_OVER') as handed_over,
                   (select count(distinct account_id) from notify.delivery d
                    where notice_id = :notice and state = 'NOT_REACHED'
                      and not exists (select 1 from notify.delivery o where o.notice_id = d.notice_id
                                      and o.account_id = d.account_id and o.state = 'HANDED_OVER')) as not_reached
            """;

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void enqueue(UUID noticeId, String channel, Channel.Target target, Instant at) {
        jdbc.sql(ENQUEUE)
                .param("id", Ids.next())
                .param("notice", noticeId)
                .param("account", target.accountId())
                .param("channel", channel)
                .param("target", target.id())
                .param("language", target.language())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes what is due for a while; what is not finished by then is due again, whoever took it. */
    List<Delivery> claim(Instant now, Duration lease, int limit) {
        return jdbc.sql(CLAIM)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(DeliveryStore::delivery)
                .list();
    }

    void handedOver(Delivery delivery, String answer, Instant at) {
        finish(delivery, "HANDED_OVER", answer, at);
    }

    void notReached(Delivery delivery, String answer, Instant at) {
        finish(delivery, "NOT_REACHED", answer, at);
    }

    void calledOff(Delivery delivery, Instant at) {
        finish(delivery, "CALLED_OFF", "quiet", at);
    }

    void again(Delivery delivery, Instant due, String answer) {
        jdbc.sql(AGAIN)
                .param("id", delivery.id())
                .param("attempt", delivery.attempt())
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("answer", answer)
                .update();
    }

    /** What still waits for another try is no longer news to anybody. */
    void callOff(UUID noticeId, Instant at) {
        jdbc.sql(CALL_OFF)
                .param("notice", noticeId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Reach reach(UUID noticeId) {
        return jdbc.sql(REACH)
                .param("notice", noticeId)
                .query((row, number) -> new Reach(
                        row.getInt("told"), row.getInt("seen"), row.getInt("handed_over"), row.getInt("not_reached")))
                .single();
    }

    /** Written only by who holds the claim: an attempt that was overtaken changes nothing. */
    private void finish(Delivery delivery, String state, String answer, Instant at) {
        jdbc.sql(FINISH)
                .param("id", delivery.id())
                .param("attempt", delivery.attempt())
                .param("state", state)
                .param("answer", answer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("notice_id", UUID.class),
                row.getString("channel"),
                new Channel.Target(
                        row.getObject("account_id", UUID.class),
                        row.getObject("target", UUID.class),
                        row.getString("language")),
                row.getInt("attempts"));
    }
}
