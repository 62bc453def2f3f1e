package vn.langso.lighting.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.kernel.Texts;

/** All SQL of what the watch remembers. */
@Repository
class WatchStore {

    private static final String STATES = """
            select cabinet_id, state::text as state
            from lighting.watch_state
            where cabinet_id = any(:cabinets)
            """;

    private static final String MEET = """
            insert into lighting.watch_state (cabinet_id, place_id, state, changed_at)
            values (:cabinetId, :placeId, :state::jsonb, :at)
            on conflict (cabinet_id) do nothing
            """;

    /** Always in the same order, so that two copies of the program never wait for each other. */
    private static final String LOCK = """
            select cabinet_id, state::text as state
            from lighting.watch_state
            where cabinet_id = any(:cabinets)
            order by cabinet_id
            for update
            """;

    private static final String SAVE = """
            update lighting.watch_state
            set state = :state::jsonb, out_since = :outSince, changed_at = :at
            where cabinet_id = :cabinetId
            """;

    private static final String SILENCE = """
            insert into lighting.watch_state (cabinet_id, place_id, state, silent_since, changed_at)
            values (:cabinetId, :placeId, :state::jsonb, :silentSince, :at)
            on conflict (cabinet_id) do update set silent_since = excluded.silent_since
            """;

    private static final String SILENT = """
            select cabinet_id, silent_since from lighting.watch_state where silent_since is not null order by cabinet_id
            """;

    private static final String OUT_NEARBY = """
            select count(*) from lighting.watch_state
            where place_id = any(:places) and cabinet_id <> :cabinetId
              and (out_since is not null or silent_since is not null)
            """;

    /** The last switching of each circuit, as the cabinet told it. */
    private static final String SWITCHED_OFF_BY = """
            select c.id, e.by_whom
            from (select distinct on (slot) slot, is_on, by_whom
                  from lighting.cabinet_event
                  where cabinet_id = :cabinetId and kind = 'switched' and at > :since
                  order by slot, at desc, seq desc) e
            join lighting.circuit c on c.cabinet_id = :cabinetId and c.slot = e.slot
            where not e.is_on and e.by_whom is not null
            """;

    private static final String LATE = """
            insert into lighting.late_finding (cabinet_id, subject_id, kind, day, place_id, label, lamps, first_at, last_at,
                                               received_at, messages)
            values (:cabinetId, :subjectId, :kind, :day, :placeId, :label, :lamps, :at, :at, :receivedAt, 1)
            on conflict (cabinet_id, subject_id, kind, day) do update
            set first_at = least(lighting.late_finding.first_at, excluded.first_at),
                last_at = greatest(lighting.late_finding.last_at, excluded.last_at),
                lamps = greatest(lighting.late_finding.lamps, excluded.lamps),
                received_at = excluded.received_at,
                messages = lighting.late_finding.messages + 1
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WatchStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is remembered of the cabinets; those never seen are missing. */
    Map<UUID, WatchState> states(Collection<UUID> cabinets) {
        return read(STATES, cabinets);
    }

    /** The same, kept from all others until the transaction ends; {@code places} has the village of each. */
    Map<UUID, WatchState> lock(Map<UUID, UUID> places, Instant at) {
        String empty = json.writeValueAsString(WatchState.empty());
        places.forEach((cabinet, place) -> jdbc.sql(MEET)
                .param("cabinetId", cabinet)
                .param("placeId", place)
                .param("state", empty)
                .param("at", utc(at))
                .update());
        return read(LOCK, places.keySet());
    }

    /** {@code outSince}: since when the cabinet is without supply; null while it has it. */
    void save(UUID cabinetId, WatchState state, @Nullable Instant outSince, Instant at) {
        jdbc.sql(SAVE)
                .param("cabinetId", cabinetId)
                .param("state", json.writeValueAsString(state))
                .param("outSince", utc(outSince))
                .param("at", utc(at))
                .update();
    }

    /** Null when it is heard again. */
    void silence(UUID cabinetId, UUID placeId, @Nullable Instant silentSince, Instant at) {
        jdbc.sql(SILENCE)
                .param("cabinetId", cabinetId)
                .param("placeId", placeId)
                .param("state", json.writeValueAsString(WatchState.empty()))
                .param("silentSince", utc(silentSince))
                .param("at", utc(at))
                .update();
    }

    Map<UUID, Instant> silent() {
        Map<UUID, Instant> silent = new HashMap<>();
        jdbc.sql(SILENT).query((RowCallbackHandler) row -> silent.put(
                row.getObject("cabinet_id", UUID.class),
                row.getObject("silent_since", OffsetDateTime.class).toInstant()));
        return silent;
    }

    /** How many other cabinets of these places are without supply or not heard. */
    int outNearby(UUID cabinetId, Collection<UUID> places) {
        return jdbc.sql(OUT_NEARBY)
                .param("cabinetId", cabinetId)
                .param("places", places.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /** By id of the circuit, those whose last switching was off. */
    Map<UUID, String> switchedOffBy(UUID cabinetId, Instant since) {
        Map<UUID, String> whom = new HashMap<>();
        jdbc.sql(SWITCHED_OFF_BY)
                .param("cabinetId", cabinetId)
                .param("since", utc(since))
                .query((RowCallbackHandler) row -> whom.put(row.getObject("id", UUID.class), row.getString("by_whom")));
        return whom;
    }

    void late(UUID placeId, Sight sight, Finding finding, String label) {
        jdbc.sql(LATE)
                .param("cabinetId", sight.cabinetId())
                .param("subjectId", finding.subject().id())
                .param("kind", finding.kind().code())
                .param("day", LocalDate.ofInstant(sight.at(), Texts.ZONE))
                .param("placeId", placeId)
                .param("label", label)
                .param("lamps", finding.lamps().size())
                .param("at", utc(sight.at()))
                .param("receivedAt", utc(sight.receivedAt()))
                .update();
    }

    private Map<UUID, WatchState> read(String sql, Collection<UUID> cabinets) {
        Map<UUID, WatchState> states = new HashMap<>();
        jdbc.sql(sql).param("cabinets", cabinets.toArray(UUID[]::new)).query((RowCallbackHandler)
                row -> put(row, states));
        return states;
    }

    private void put(ResultSet row, Map<UUID, WatchState> states) throws SQLException {
        states.put(row.getObject("cabinet_id", UUID.class), json.readValue(row.getString("state"), WatchState.class));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
