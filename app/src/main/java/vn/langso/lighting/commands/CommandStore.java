package vn.langso.lighting.commands;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of commands, their parts, and what goes before the programme. */
@Repository
class CommandStore {

    private static final String INSERT_COMMAND = """
            insert into lighting.light_command (id, place_id, actor_id, actor_name, target, action, percent, until, reason,
                                                idempotency_key, created_at)
            values (:id, :placeId, :actorId, :actorName, :target, :action, :percent, :until, :reason, :key, :createdAt)
            on conflict do nothing
            """;

    private static final String BY_KEY =
            "select id from lighting.light_command where actor_id = :actor and idempotency_key = :key";

    /** Parts of all cabinets in one statement; slots travel as the text of their array. */
    private static final String INSERT_PARTS = """
            insert into lighting.light_command_part (id, command_id, cabinet_id, device_id, slots, level, seq, state, why, json,
                                                     created_at, expires_at)
            select i, :command, c, d, s::smallint[], :level, q, 'accepted', '', j, :createdAt, :expiresAt
            from unnest(:ids::uuid[], :cabinets::uuid[], :devices::text[], :slots::text[], :seqs::bigint[], :jsons::text[])
                 as t (i, c, d, s, q, j)
            """;

    private static final String PART_COLUMNS = """
            select id, command_id, cabinet_id, device_id, slots, level, seq, state, why, created_at, expires_at, sent_at,
                   acknowledged_at, answer_seq, ended_at
            from lighting.light_command_part
            """;

    private static final String PARTS = PART_COLUMNS + "where command_id = :command order by id";

    private static final String OPEN_PARTS = PART_COLUMNS + """
            where cabinet_id = any(:cabinets) and state in ('accepted', 'sent', 'device-ack')
            order by id
            for update
            """;

    private static final String COMMAND = """
            select id, place_id, actor_name, target, action, percent, until, reason, created_at
            from lighting.light_command
            where id = :id
            """;

    private static final String LATEST = """
            select id, place_id, actor_name, target, action, percent, until, reason, created_at
            from lighting.light_command
            where place_id = any(:places)
            order by id desc
            limit :limit
            """;

    private static final String MOVE = """
            update lighting.light_command_part
            set state = :state, why = :why,
                sent_at = coalesce(sent_at, :sentAt::timestamptz),
                acknowledged_at = coalesce(acknowledged_at, :acknowledgedAt::timestamptz),
                answer_seq = coalesce(answer_seq, :answerSeq::bigint),
                ended_at = :endedAt
            where id = :id and state = any(:from)
            """;

    /** For those that the program was killed before handing over, or whose way was lost. */
    private static final String WAITING = """
            select id, device_id, seq, json, expires_at
            from lighting.light_command_part
            where state in ('accepted', 'sent') and expires_at > :now and created_at < :before
            order by id
            limit 500
            for update skip locked
            """;

    private static final String EXPIRED = """
            update lighting.light_command_part
            set state = case when state = 'device-ack' then 'failed' else 'expired' end,
                why = case when state = 'device-ack' then 'not-shown' else 'no-answer' end,
                ended_at = :now
            where state in ('accepted', 'sent', 'device-ack') and expires_at <= :now
            returning command_id
            """;

    private static final String SUPERSEDE = """
            update lighting.light_command_part
            set state = 'failed', why = 'superseded', ended_at = :now
            where cabinet_id = any(:cabinets) and state in ('accepted', 'sent', 'device-ack') and command_id <> :command
              and slots && :slots::smallint[]
            """;

    private static final String STAND = """
            insert into lighting.override (circuit_id, command_id, level, actor_name, reason, since, until)
            select c, :command, :level, :actorName, :reason, :since, :until from unnest(:circuits::uuid[]) as t (c)
            on conflict (circuit_id) do update
            set command_id = excluded.command_id, level = excluded.level, actor_name = excluded.actor_name,
                reason = excluded.reason, since = excluded.since, until = excluded.until
            """;

    private static final String FALL = "delete from lighting.override where circuit_id = any(:circuits)";

    private static final String STANDING = """
            select circuit_id, command_id, level, actor_name, reason, since, until
            from lighting.override
            where circuit_id = any(:circuits) and (until is null or until > :at)
            """;

    private final JdbcClient jdbc;

    CommandStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A part about to be kept, with its message. */
    record Fresh(UUID id, UUID cabinetId, String deviceId, List<Integer> slots, long seq, String json) {}

    /** A message that waits to be handed over. */
    record Waiting(UUID id, String deviceId, long seq, String json, Instant expires) {}

    /** False when a command of this key is there already. */
    boolean insert(LightCommand command, UUID actorId, @Nullable String key) {
        return jdbc.sql(INSERT_COMMAND)
                        .param("id", command.id())
                        .param("placeId", command.placeId())
                        .param("actorId", actorId)
                        .param("actorName", command.actorName())
                        .param("target", command.target())
                        .param("action", command.action())
                        .param("percent", command.percent())
                        .param("until", utc(command.until()))
                        .param("reason", command.reason())
                        .param("key", key)
                        .param("createdAt", utc(command.createdAt()))
                        .update()
                == 1;
    }

    Optional<UUID> byKey(UUID actor, String key) {
        return jdbc.sql(BY_KEY)
                .param("actor", actor)
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    void insertParts(UUID command, @Nullable Integer level, Instant createdAt, Instant expiresAt, List<Fresh> parts) {
        jdbc.sql(INSERT_PARTS)
                .param("command", command)
                .param("level", level)
                .param("createdAt", utc(createdAt))
                .param("expiresAt", utc(expiresAt))
                .param("ids", parts.stream().map(Fresh::id).toArray(UUID[]::new))
                .param("cabinets", parts.stream().map(Fresh::cabinetId).toArray(UUID[]::new))
                .param("devices", parts.stream().map(Fresh::deviceId).toArray(String[]::new))
                .param("slots", parts.stream().map(part -> array(part.slots())).toArray(String[]::new))
                .param("seqs", parts.stream().map(Fresh::seq).toArray(Long[]::new))
                .param("jsons", parts.stream().map(Fresh::json).toArray(String[]::new))
                .update();
    }

    Optional<LightCommand> find(UUID id) {
        return jdbc.sql(COMMAND)
                .param("id", id)
                .query((row, _) -> command(row, parts(id)))
                .optional();
    }

    /** The newest commands of the places, the newest first. */
    List<LightCommand> latest(Collection<UUID> places, int limit) {
        return jdbc
                .sql(LATEST)
                .param("places", places.toArray(UUID[]::new))
                .param("limit", limit)
                .query((row, _) -> command(row, List.of()))
                .list()
                .stream()
                .map(bare -> find(bare.id()).orElse(bare))
                .toList();
    }

    /** Those of the cabinets that are not over, locked until the transaction ends. */
    List<Part> openParts(Collection<UUID> cabinets) {
        return jdbc.sql(OPEN_PARTS)
                .param("cabinets", cabinets.toArray(UUID[]::new))
                .query((row, _) -> part(row))
                .list();
    }

    /** One step of a part's life; null where it does not concern. */
    record Step(
            UUID id,
            CommandState to,
            String why,
            Instant at,
            @Nullable Long answerSeq) {}

    /** False when the part is past it already: late and repeated answers change nothing. */
    boolean move(Step step) {
        String[] from = Arrays.stream(CommandState.values())
                .filter(state -> state.next().contains(step.to()))
                .map(CommandState::code)
                .toArray(String[]::new);
        OffsetDateTime at = utc(step.at());
        return jdbc.sql(MOVE)
                        .param("id", step.id())
                        .param("state", step.to().code())
                        .param("why", step.why())
                        .param("from", from)
                        .param("sentAt", step.to() == CommandState.SENT ? at : null)
                        .param("acknowledgedAt", step.to() == CommandState.DEVICE_ACK ? at : null)
                        .param("answerSeq", step.answerSeq())
                        .param("endedAt", step.to().isOver() ? at : null)
                        .update()
                == 1;
    }

    List<Waiting> waiting(Instant now, Instant createdBefore) {
        return jdbc.sql(WAITING)
                .param("now", utc(now))
                .param("before", utc(createdBefore))
                .query((row, _) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("device_id"),
                        row.getLong("seq"),
                        row.getString("json"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Ends what nobody answered in time; the commands concerned. */
    List<UUID> expire(Instant now) {
        return jdbc.sql(EXPIRED)
                .param("now", utc(now))
                .query((row, _) -> row.getObject("command_id", UUID.class))
                .list();
    }

    /** Another command came for some of the same circuits of the cabinet: what is on its way is overtaken. */
    void supersede(UUID command, UUID cabinet, List<Integer> slots, Instant now) {
        jdbc.sql(SUPERSEDE)
                .param("command", command)
                .param("cabinets", new UUID[] {cabinet})
                .param("slots", array(slots))
                .param("now", utc(now))
                .update();
    }

    void stand(StandingOrder order, Collection<UUID> circuits) {
        jdbc.sql(STAND)
                .param("command", order.commandId())
                .param("level", order.level())
                .param("actorName", order.actorName())
                .param("reason", order.reason())
                .param("since", utc(order.since()))
                .param("until", utc(order.until()))
                .param("circuits", circuits.toArray(UUID[]::new))
                .update();
    }

    void fall(Collection<UUID> circuits) {
        jdbc.sql(FALL).param("circuits", circuits.toArray(UUID[]::new)).update();
    }

    List<StandingOrder> standing(Collection<UUID> circuits, Instant at) {
        return jdbc.sql(STANDING)
                .param("circuits", circuits.toArray(UUID[]::new))
                .param("at", utc(at))
                .query((row, _) -> new StandingOrder(
                        row.getObject("circuit_id", UUID.class),
                        row.getObject("command_id", UUID.class),
                        row.getInt("level"),
                        row.getString("actor_name"),
                        row.getString("reason"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        instant(row, "until")))
                .list();
    }

    private List<Part> parts(UUID command) {
        return jdbc.sql(PARTS)
                .param("command", command)
                .query((row, _) -> part(row))
                .list();
    }

    private static LightCommand command(ResultSet row, List<Part> parts) throws SQLException {
        return new LightCommand(
                row.getObject("id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getString("actor_name"),
                row.getString("target"),
                row.getString("action"),
                row.getObject("percent", Integer.class),
                instant(row, "until"),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                parts);
    }

    private static Part part(ResultSet row) throws SQLException {
        Short[] slots = (Short[]) row.getArray("slots").getArray();
        return new Part(
                row.getObject("id", UUID.class),
                row.getObject("command_id", UUID.class),
                row.getObject("cabinet_id", UUID.class),
                row.getString("device_id"),
                Arrays.stream(slots).map(Short::intValue).toList(),
                row.getObject("level", Integer.class),
                row.getLong("seq"),
                CommandState.ofCode(row.getString("state")),
                row.getString("why"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                instant(row, "acknowledged_at"),
                row.getObject("answer_seq", Long.class),
                instant(row, "ended_at"));
    }

    private static String array(List<Integer> values) {
        return values.toString().replace('[', '{').replace(']', '}');
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
