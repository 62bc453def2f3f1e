package vn.langso.approvals;

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

/** All SQL of approvals. */
@Repository
class ApprovalStore {

    private static final String COLUMNS = """
            id, kind, place_id, permission, summary_key, args, reason, requester_id, requester_name, requested_at,
            expires_at, state, closed_at, closed_by_name, answer
            """;

    private static final String INSERT = """
            insert into approvals.approval (id, kind, place_id, permission, summary_key, args, reason, payload,
                                            requester_id, requester_name, requested_at, expires_at, state)
            values (:id, :kind, :place, :permission, :summaryKey, cast(:args as jsonb), :reason, :payload,
                    :requester, :requesterName, :at, :expires, 'WAITING')
            """;

    private static final String FIND = "select " + COLUMNS + " from approvals.approval where id = :id";

    private static final String PAYLOAD = "select payload from approvals.approval where id = :id";

    private static final String CLOSE = """
            update approvals.approval
            set state = :state, closed_at = :at, closed_by = :by, closed_by_name = :byName, answer = :answer
            where id = :id and state = 'WAITING' and expires_at > :at
            """;

    private static final String EXPIRE = """
            update approvals.approval set state = 'EXPIRED', closed_at = :at
            where state = 'WAITING' and expires_at <= :at
            returning
            """ + COLUMNS;

    private static final String WAITING = "select " + COLUMNS + """
            from approvals.approval
            where state = 'WAITING' and expires_at > :at and place_id = any(:places) and permission = any(:permissions)
              and requester_id <> :account
            order by expires_at, id limit :limit
            """;

    private static final String OWN = "select " + COLUMNS + """
            from approvals.approval
            where requester_id = :account and (cast(:before as uuid) is null or id < :before)
            order by id desc limit :limit
            """;

    private static final String PURGE = "delete from approvals.approval where closed_at < :before";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApprovalStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID id, Caller requester, ApprovalRequest request, Instant at) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("kind", request.kind())
                .param("place", request.placeId())
                .param("permission", request.permission())
                .param("summaryKey", request.summaryKey())
                .param(
                        "args",
                        json.writeValueAsString(
                                request.args().stream().map(String::valueOf).toList()))
                .param("reason", request.reason().strip())
                .param("payload", request.payloadJson())
                .param("requester", requester.accountId())
                .param("requesterName", requester.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", request.expires().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Approval> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(this::approval).optional();
    }

    String payload(UUID id) {
        return jdbc.sql(PAYLOAD).param("id", id).query(String.class).single();
    }

    /** False when it has been closed already, or its time is over: of two who answer at once, one is first. */
    boolean close(UUID id, ApprovalState state, Caller by, @Nullable String answer, Instant at) {
        return jdbc.sql(CLOSE)
                        .param("id", id)
                        .param("state", state.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.accountId())
                        .param("byName", by.name())
                        .param("answer", answer)
                        .update()
                == 1;
    }

    /** Ends what nobody agreed to in time, and tells which those were. */
    List<Approval> expire(Instant at) {
        return jdbc.sql(EXPIRE)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(this::approval)
                .list();
    }

    /** What waits for somebody with the caller's permissions and places, the first to expire first. */
    List<Approval> waitingFor(Caller caller, Instant at, int limit) {
        return jdbc.sql(WAITING)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("places", caller.scope().toArray(UUID[]::new))
                .param("permissions", caller.permissions().toArray(String[]::new))
                .param("account", caller.accountId())
                .param("limit", limit)
                .query(this::approval)
                .list();
    }

    /** What the account asked for, newest first. */
    List<Approval> askedBy(UUID accountId, @Nullable UUID before, int limit) {
        return jdbc.sql(OWN)
                .param("account", accountId)
                .param("before", before)
                .param("limit", limit)
                .query(this::approval)
                .list();
    }

    int purge(Instant before) {
        return jdbc.sql(PURGE).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private Approval approval(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new Approval(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("place_id", UUID.class),
                row.getString("permission"),
                row.getString("summary_key"),
                Arrays.asList(json.readValue(row.getString("args"), String[].class)),
                row.getString("reason"),
                row.getObject("requester_id", UUID.class),
                row.getString("requester_name"),
                row.getObject("requested_at", OffsetDateTime.class),
                row.getObject("expires_at", OffsetDateTime.class),
                ApprovalState.valueOf(row.getString("state")),
                closedAt,
                row.getString("closed_by_name"),
                row.getString("answer"));
    }
}
