package vn.langso.lighting.repairs;

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

import vn.langso.lighting.alarms.Alarm;
import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.repairs.Repair.Done;
import vn.langso.lighting.repairs.Repair.State;
import vn.langso.lighting.repairs.Repair.Taken;
import vn.langso.shell.Caller;

/** All SQL of repairs. */
@Repository
class RepairStore {

    private static final String INSERT = """
            insert into lighting.repair (id, place_id, cabinet_id, alarm_id, kind, label, lamps, opened_at, state, parts, note,
                                         reopened, version)
            values (:id, :placeId, :cabinetId, :alarmId, :kind, :label, :lamps, :at, 'open', '', '', 0, 1)
            on conflict (alarm_id) do nothing
            """;

    private static final String TAKE = """
            update lighting.repair
            set state = 'taken', taken_at = :at, taken_by = :accountId, taken_name = :name, version = version + 1
            where id = :id and state = 'open'
            """;

    private static final String GIVE_BACK = """
            update lighting.repair
            set state = 'open', taken_at = null, taken_by = null, taken_name = null, version = version + 1
            where id = :id and state = 'taken'
            """;

    private static final String DONE = """
            update lighting.repair
            set state = 'done', done_at = :at, parts = :parts, note = :note, after_photo_id = :photoId, version = version + 1
            where id = :id and state = 'taken'
            """;

    private static final String BEFORE_PHOTO = """
            update lighting.repair set before_photo_id = :photoId, version = version + 1 where id = :id
            """;

    /** The alarm ended: the power is measured again. Work that nobody had taken is over as well. */
    private static final String VERIFY = """
            update lighting.repair
            set state = 'verified', verified_at = :at, taken_at = coalesce(taken_at, :at), done_at = coalesce(done_at, :at),
                version = version + 1
            where alarm_id = :alarmId and state <> 'verified'
            returning id
            """;

    private static final String REOPEN = """
            update lighting.repair
            set state = 'open', taken_at = null, taken_by = null, taken_name = null, done_at = null, verified_at = null,
                reopened = reopened + 1, version = version + 1
            where id = :id and state in ('done', 'verified')
            """;

    private static final String COLUMNS_BY_ID = """
            select id, place_id, cabinet_id, alarm_id, kind, label, lamps, opened_at, state, taken_at, taken_name, done_at, parts,
                   note, before_photo_id, after_photo_id, verified_at, reopened, version
            from lighting.repair
            where id = :id
            """;

    private static final String LIST = """
            select id, place_id, cabinet_id, alarm_id, kind, label, lamps, opened_at, state, taken_at, taken_name, done_at, parts,
                   note, before_photo_id, after_photo_id, verified_at, reopened, version
            from lighting.repair
            where place_id = any(:places) and (:after::uuid is null or id < :after)
              and (:all or state in ('open', 'taken', 'done'))
            order by id desc
            limit :limit
            """;

    private static final String UNDERWAY = """
            select count(*) from lighting.repair where cabinet_id = :cabinetId and state = 'taken' and taken_at > :since
            """;

    private static final String OPEN_COUNT = """
            select count(*) from lighting.repair where place_id = any(:places) and state in ('open', 'taken')
            """;

    /** Median time from the alarm to measured light, in seconds, of what was verified since. */
    private static final String MEDIAN = """
            select count(*) as repairs,
                   percentile_cont(0.5) within group (order by extract(epoch from verified_at - opened_at)) as seconds
            from lighting.repair
            where place_id = any(:places) and verified_at >= :since
            """;

    private final JdbcClient jdbc;

    RepairStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many were mended, and the median of the seconds it took. */
    record Mended(long repairs, long medianSeconds) {}

    /** False when there is one of this alarm already. */
    boolean insert(UUID id, Alarm alarm, Instant at) {
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("placeId", alarm.placeId())
                        .param("cabinetId", alarm.cabinetId())
                        .param("alarmId", alarm.id())
                        .param("kind", alarm.kind().code())
                        .param("label", alarm.label())
                        .param("lamps", alarm.lamps().toArray(String[]::new))
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    boolean take(UUID id, Caller caller, Instant at) {
        return jdbc.sql(TAKE)
                        .param("id", id)
                        .param("at", utc(at))
                        .param("accountId", caller.accountId())
                        .param("name", caller.name())
                        .update()
                == 1;
    }

    boolean giveBack(UUID id) {
        return jdbc.sql(GIVE_BACK).param("id", id).update() == 1;
    }

    boolean done(UUID id, Instant at, String parts, String note, @Nullable UUID photoId) {
        return jdbc.sql(DONE)
                        .param("id", id)
                        .param("at", utc(at))
                        .param("parts", parts)
                        .param("note", note)
                        .param("photoId", photoId)
                        .update()
                == 1;
    }

    void beforePhoto(UUID id, UUID photoId) {
        jdbc.sql(BEFORE_PHOTO).param("id", id).param("photoId", photoId).update();
    }

    /** The work that is over with the alarm; empty when there is none. */
    Optional<UUID> verify(UUID alarmId, Instant at) {
        return jdbc.sql(VERIFY)
                .param("alarmId", alarmId)
                .param("at", utc(at))
                .query(UUID.class)
                .optional();
    }

    boolean reopen(UUID id) {
        return jdbc.sql(REOPEN).param("id", id).update() == 1;
    }

    Optional<Repair> find(UUID id) {
        return jdbc.sql(COLUMNS_BY_ID)
                .param("id", id)
                .query((row, _) -> repair(row))
                .optional();
    }

    /** Newest first; without {@code all} only what is not verified. */
    List<Repair> list(Collection<UUID> places, boolean all, @Nullable UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("places", places.toArray(UUID[]::new))
                .param("all", all)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> repair(row))
                .list();
    }

    boolean isUnderway(UUID cabinetId, Instant since) {
        return jdbc.sql(UNDERWAY)
                        .param("cabinetId", cabinetId)
                        .param("since", utc(since))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    int openCount(Collection<UUID> places) {
        return jdbc.sql(OPEN_COUNT)
                .param("places", places.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    Mended mended(Collection<UUID> places, Instant since) {
        return jdbc.sql(MEDIAN)
                .param("places", places.toArray(UUID[]::new))
                .param("since", utc(since))
                .query((row, _) -> new Mended(row.getLong("repairs"), row.getLong("seconds")))
                .single();
    }

    private static Repair repair(ResultSet row) throws SQLException {
        OffsetDateTime taken = row.getObject("taken_at", OffsetDateTime.class);
        String name = row.getString("taken_name");
        OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        return new Repair(
                row.getObject("id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getObject("cabinet_id", UUID.class),
                row.getObject("alarm_id", UUID.class),
                AlarmKind.ofCode(row.getString("kind")),
                row.getString("label"),
                Arrays.asList((String[]) row.getArray("lamps").getArray()),
                row.getObject("opened_at", OffsetDateTime.class),
                State.ofCode(row.getString("state")),
                taken == null || name == null ? null : new Taken(taken, name),
                done == null
                        ? null
                        : new Done(
                                done,
                                row.getString("parts"),
                                row.getString("note"),
                                row.getObject("after_photo_id", UUID.class)),
                row.getObject("before_photo_id", UUID.class),
                row.getObject("verified_at", OffsetDateTime.class),
                row.getInt("reopened"),
                row.getInt("version"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
