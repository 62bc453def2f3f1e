package vn.langso.lighting.alarms;

import java.sql.Array;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.kernel.Ids;
import vn.langso.lighting.alarms.Alarm.Answered;
import vn.langso.lighting.alarms.Alarm.Over;
import vn.langso.shell.Caller;

/** All SQL of alarms and the answers to them. */
@Repository
class AlarmStore {

    private static final String INSERT = """
            insert into lighting.alarm (id, place_id, cabinet_id, kind, subject_type, subject_id, label, roads, lamps, reasons,
                                        evidence_seq, since, raised_at)
            values (:id, :placeId, :cabinetId, :kind, :subjectType, :subjectId, :label, :roads, :lamps, :reasons::jsonb,
                    :evidenceSeq, :since, :raisedAt)
            on conflict (subject_id, kind) where ended_at is null do nothing
            """;

    private static final String CHANGE = """
            update lighting.alarm
            set roads = :roads, lamps = :lamps, reasons = :reasons::jsonb
            where id = :id and ended_at is null
            returning place_id
            """;

    private static final String END = """
            update lighting.alarm set ended_at = :at, ending = :ending
            where id = :id and ended_at is null
            """;

    /** The first answer stays: it is who took care, however many come after. A false alarm may be told later as well. */
    private static final String ANSWER = """
            update lighting.alarm
            set answer = :answer, answered_at = :at, answered_by = :accountId, answered_name = :name
            where id = :id and (answer is null or (:answer = 'false' and answer <> 'false'))
            """;

    private static final String INSERT_ANSWER = """
            insert into lighting.alarm_answer (id, alarm_id, at, kind, account_id, name, role, note, photo_id)
            values (:id, :alarmId, :at, :kind, :accountId, :name, :role, :note, :photoId)
            """;

    private static final String ANSWERS = """
            select id, at, kind, name, role, note, photo_id
            from lighting.alarm_answer
            where alarm_id = :alarmId
            order by id
            """;

    private static final String FIND = """
            select id, place_id, cabinet_id, kind, subject_type, subject_id, label, roads, lamps, reasons::text as reasons,
                   since, raised_at, answer, answered_at, answered_name, ended_at, ending
            from lighting.alarm
            where id = :id
            """;

    private static final String OPEN = """
            select id, place_id, cabinet_id, kind, subject_type, subject_id, label, roads, lamps, reasons::text as reasons,
                   since, raised_at, answer, answered_at, answered_name, ended_at, ending
            from lighting.alarm
            where place_id = any(:places) and ended_at is null
            order by id desc
            limit :limit
            """;

    /** Ids grow with time. Each place gives its newest, so that a province is answered as fast as a village. */
    private static final String LIST = """
            select a.id, a.place_id, a.cabinet_id, a.kind, a.subject_type, a.subject_id, a.label, a.roads, a.lamps,
                   a.reasons::text as reasons, a.since, a.raised_at, a.answer, a.answered_at, a.answered_name, a.ended_at,
                   a.ending
            from unnest(:places) as place (id)
            cross join lateral (
              select id, place_id, cabinet_id, kind, subject_type, subject_id, label, roads, lamps, reasons, since, raised_at,
                     answer, answered_at, answered_name, ended_at, ending
              from lighting.alarm
              where place_id = place.id and (:after::uuid is null or id < :after)
                and (:filter = 'all'
                  or (:filter = 'attention' and (ended_at is null or answer is null))
                  or (:filter = 'open' and ended_at is null)
                  or (:filter = 'waiting' and ended_at is null and answer is null)
                  or (:filter = 'tampering' and kind = 'tampering'))
              order by id desc
              limit :limit) a
            order by a.id desc
            limit :limit
            """;

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AlarmStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when one of this subject and kind is open already. */
    boolean insert(NewAlarm alarm, Instant raisedAt) {
        return jdbc.sql(INSERT)
                        .param("id", alarm.id())
                        .param("placeId", alarm.placeId())
                        .param("cabinetId", alarm.cabinetId())
                        .param("kind", alarm.kind().code())
                        .param("subjectType", alarm.subject().type().code())
                        .param("subjectId", alarm.subject().id())
                        .param("label", alarm.label())
                        .param("roads", alarm.roads().toArray(String[]::new))
                        .param("lamps", alarm.lamps().toArray(String[]::new))
                        .param("reasons", json.writeValueAsString(alarm.reasons()))
                        .param("evidenceSeq", alarm.evidenceSeq())
                        .param("since", utc(alarm.since()))
                        .param("raisedAt", utc(raisedAt))
                        .update()
                == 1;
    }

    /** The place of the alarm; empty when it is over. */
    Optional<UUID> change(UUID id, List<String> roads, List<String> lamps, List<Reason> reasons) {
        return jdbc.sql(CHANGE)
                .param("id", id)
                .param("roads", roads.toArray(String[]::new))
                .param("lamps", lamps.toArray(String[]::new))
                .param("reasons", json.writeValueAsString(reasons))
                .query(UUID.class)
                .optional();
    }

    /** False when it is over already. */
    boolean end(UUID id, Instant at, Ending ending) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("at", utc(at))
                        .param("ending", ending.code())
                        .update()
                == 1;
    }

    void answer(UUID id, Answer answer, Caller caller, Instant at) {
        jdbc.sql(ANSWER)
                .param("id", id)
                .param("answer", answer.code())
                .param("at", utc(at))
                .param("accountId", caller.accountId())
                .param("name", caller.name())
                .update();
    }

    void insertAnswer(UUID alarmId, Answer answer, Caller caller, Instant at, String note, @Nullable UUID photoId) {
        jdbc.sql(INSERT_ANSWER)
                .param("id", Ids.next())
                .param("alarmId", alarmId)
                .param("at", utc(at))
                .param("kind", answer.code())
                .param("accountId", caller.accountId())
                .param("name", caller.name())
                .param("role", caller.role() == null ? null : caller.role().code())
                .param("note", note)
                .param("photoId", photoId)
                .update();
    }

    List<Said> answers(UUID alarmId) {
        return jdbc.sql(ANSWERS)
                .param("alarmId", alarmId)
                .query((row, _) -> new Said(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class),
                        Answer.ofCode(row.getString("kind")).orElseThrow(),
                        row.getString("name"),
                        row.getString("role"),
                        row.getString("note"),
                        row.getObject("photo_id", UUID.class)))
                .list();
    }

    Optional<Alarm> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> alarm(row)).optional();
    }

    /** Those that go on, newest first. */
    List<Alarm> open(Collection<UUID> places, int limit) {
        return jdbc.sql(OPEN)
                .param("places", places.toArray(UUID[]::new))
                .param("limit", limit)
                .query((row, _) -> alarm(row))
                .list();
    }

    /** Newest first, older than {@code after}. */
    List<Alarm> list(Collection<UUID> places, AlarmFilter filter, @Nullable UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("places", places.toArray(UUID[]::new))
                .param("filter", filter.code())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> alarm(row))
                .list();
    }

    private Alarm alarm(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        String ending = row.getString("ending");
        return new Alarm(
                row.getObject("id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getObject("cabinet_id", UUID.class),
                AlarmKind.ofCode(row.getString("kind")),
                new AlarmSubject(
                        AlarmSubject.Type.ofCode(row.getString("subject_type")),
                        row.getObject("subject_id", UUID.class)),
                row.getString("label"),
                texts(row.getArray("roads")),
                texts(row.getArray("lamps")),
                json.readValue(row.getString("reasons"), REASONS),
                row.getObject("since", OffsetDateTime.class),
                row.getObject("raised_at", OffsetDateTime.class),
                answer == null
                        ? null
                        : new Answered(
                                Answer.ofCode(answer).orElseThrow(),
                                row.getObject("answered_at", OffsetDateTime.class),
                                row.getString("answered_name")),
                ending == null
                        ? null
                        : new Over(row.getObject("ended_at", OffsetDateTime.class), Ending.ofCode(ending)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
