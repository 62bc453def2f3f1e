package vn.langso.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.shell.Caller;

/** All SQL of notices and of what each reader sees of them. */
@Repository
class NoticeStore {

    private static final String INSERT = """
            insert into notify.notice (id, key, urgency, place_id, title_key, title_args, body_key, body_args, link,
                                       posted_at)
            values (:id, :key, :urgency, :place, :titleKey, cast(:titleArgs as jsonb), :bodyKey,
                    cast(:bodyArgs as jsonb), :link, :at)
            on conflict (key) do nothing
            """;

    private static final String NOTICE_COLUMNS = """
            n.id, n.key, n.urgency, n.place_id, n.title_key, n.title_args, n.body_key, n.body_args, n.link, n.posted_at,
            n.settled_at, n.acknowledged_at, n.acknowledged_by_name
            """;

    private static final String FIND = "select " + NOTICE_COLUMNS + " from notify.notice n where n.id = :id";

    private static final String FIND_TO_TELL = FIND + " for share";

    private static final String ID_OF = "select id from notify.notice where key = :key";

    private static final String SETTLE = """
            update notify.notice set settled_at = :at, to_quiet = true where key = :key and settled_at is null
            """;

    private static final String NEXT_TO_QUIET = """
            update notify.notice set to_quiet = false
            where id = (select id from notify.notice where to_quiet limit 1 for update skip locked)
            returning id
            """;

    private static final String ACKNOWLEDGE = """
            update notify.notice set acknowledged_at = :at, acknowledged_by = :by, acknowledged_by_name = :byName
            where id = :id and acknowledged_at is null
            """;

    private static final String QUIET = """
            update notify.recipient set rank = 1 where notice_id = :id returning account_id
            """;

    private static final String TELL = """
            with added as (
              insert into notify.recipient (account_id, notice_id, rank, step, told_at)
              select account, :notice, :rank, :step, :at from unnest(:accounts) as account
              on conflict do nothing
              returning account_id)
            insert into notify.bell (account_id, unseen)
            select account_id, 1 from added order by account_id
            on conflict (account_id) do update set unseen = notify.bell.unseen + 1
            returning account_id
            """;

    private static final String LIST = "select " + NOTICE_COLUMNS + """
            , r.rank, r.seen_at
            from notify.recipient r join notify.notice n on n.id = r.notice_id
            where r.account_id = :account and (not :unseenOnly or r.seen_at is null)
              and (cast(:before as uuid) is null or r.rank > :rank or (r.rank = :rank and r.notice_id < :before))
            order by r.rank, r.notice_id desc limit :limit
            """;

    private static final String ONE = "select " + NOTICE_COLUMNS + """
            , r.rank, r.seen_at
            from notify.recipient r join notify.notice n on n.id = r.notice_id
            where r.account_id = :account and r.notice_id = :id
            """;

    private static final String SEEN = """
            with seen as (
              update notify.recipient set seen_at = :at
              where account_id = :account and seen_at is null and (cast(:id as uuid) is null or notice_id = :id)
              returning 1)
            update notify.bell set unseen = greatest(0, unseen - (select count(*) from seen))
            where account_id = :account and exists (select 1 from seen)
            """;

    private static final String UNSEEN = "select unseen from notify.bell where account_id = :account";

    private static final String PURGE = "delete from notify.notice where posted_at < :before";

    private static final String UNCOUNT = """
            update notify.bell b set unseen = greatest(0, b.unseen - gone.count)
            from (select r.account_id, count(*) as count
                  from notify.recipient r join notify.notice n on n.id = r.notice_id
                  where n.posted_at < :before and r.seen_at is null group by r.account_id) gone
            where gone.account_id = b.account_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NoticeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when the key is known already. */
    boolean insert(UUID id, NewNotice notice, Instant at) {
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("key", notice.key())
                        .param("urgency", notice.urgency().name())
                        .param("place", notice.placeId())
                        .param("titleKey", notice.titleKey())
                        .param("titleArgs", jsonOf(notice.titleArgs()))
                        .param("bodyKey", notice.bodyKey())
                        .param("bodyArgs", jsonOf(notice.bodyArgs()))
                        .param("link", notice.link())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Notice> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(this::notice).optional();
    }

    /** As {@link #find}; nobody settles or acknowledges it until the transaction ends. */
    Optional<Notice> findToTell(UUID id) {
        return jdbc.sql(FIND_TO_TELL).param("id", id).query(this::notice).optional();
    }

    Optional<UUID> idOf(String key) {
        return jdbc.sql(ID_OF).param("key", key).query(UUID.class).optional();
    }

    /** False when there is none of this key, or it is settled already. Touches no list: that is done afterwards. */
    boolean settle(String key, Instant at) {
        return jdbc.sql(SETTLE)
                        .param("key", key)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** A notice that is over on whose lists it still stands as open; another copy of the program takes another one. */
    Optional<UUID> nextToQuiet() {
        return jdbc.sql(NEXT_TO_QUIET).query(UUID.class).optional();
    }

    /** False when somebody was first. */
    boolean acknowledge(UUID id, Caller by, Instant at) {
        return jdbc.sql(ACKNOWLEDGE)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.accountId())
                        .param("byName", by.name())
                        .update()
                == 1;
    }

    /** Takes the notice out of the open alarms; whose lists that changes. */
    List<UUID> quiet(UUID id) {
        return jdbc.sql(QUIET).param("id", id).query(NoticeStore::account).list();
    }

    /** Puts the notice on these people's lists and bells; those who did not have it yet. */
    List<UUID> tell(Step step, int rank, List<UUID> accounts, Instant at) {
        return jdbc.sql(TELL)
                .param("notice", step.noticeId())
                .param("rank", rank)
                .param("step", step.number())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(NoticeStore::account)
                .list();
    }

    /** The account's list: open alarms first, then newest first, after the given line. */
    List<NoticeLine> list(UUID accountId, boolean unseenOnly, @Nullable ListPosition after, int limit) {
        return jdbc.sql(LIST)
                .param("account", accountId)
                .param("unseenOnly", unseenOnly)
                .param("before", after == null ? null : after.noticeId())
                .param("rank", after == null ? 0 : after.rank())
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    Optional<NoticeLine> line(UUID accountId, UUID noticeId) {
        return jdbc.sql(ONE)
                .param("account", accountId)
                .param("id", noticeId)
                .query(this::line)
                .optional();
    }

    /** Marks one notice of the account as seen, or all of them when the id is null; false when there was nothing to mark. */
    boolean seen(UUID accountId, @Nullable UUID noticeId, Instant at) {
        return jdbc.sql(SEEN)
                        .param("account", accountId)
                        .param("id", noticeId)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    int unseen(UUID accountId) {
        return jdbc.sql(UNSEEN)
                .param("account", accountId)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    int purge(Instant before) {
        jdbc.sql(UNCOUNT).param("before", before.atOffset(ZoneOffset.UTC)).update();
        return jdbc.sql(PURGE).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private static UUID account(ResultSet row, int number) throws SQLException {
        return row.getObject("account_id", UUID.class);
    }

    private String jsonOf(List<Object> args) {
        return json.writeValueAsString(args.stream().map(String::valueOf).toList());
    }

    private NoticeLine line(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime seenAt = row.getObject("seen_at", OffsetDateTime.class);
        return new NoticeLine(notice(row, number), row.getInt("rank"), seenAt);
    }

    private Notice notice(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
        @Nullable OffsetDateTime acknowledgedAt = row.getObject("acknowledged_at", OffsetDateTime.class);
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("key"),
                Urgency.valueOf(row.getString("urgency")),
                row.getObject("place_id", UUID.class),
                row.getString("title_key"),
                args(row.getString("title_args")),
                row.getString("body_key"),
                args(row.getString("body_args")),
                row.getString("link"),
                row.getObject("posted_at", OffsetDateTime.class),
                settledAt,
                acknowledgedAt,
                row.getString("acknowledged_by_name"));
    }

    private List<String> args(String stored) {
        return Arrays.asList(json.readValue(stored, String[].class));
    }
}
