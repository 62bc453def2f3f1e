package vn.langso.lighting.readings;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of what cabinets report: the newest state in one row a cabinet, the history in one row a report. */
@Repository
class ReadingStore {

    private static final String STATES = """
            select cabinet_id, seq, at, received_at, mode, door, breaker, supply, plan_version, plan_hash, circuit_on, circuit_dw,
                   voltage_dv, energy_wh, loop, lamp_on, lamp_dw
            from lighting.cabinet_state
            where cabinet_id = any(:cabinets)
            """;

    /** Arrays of arrays would be flattened by unnest, so each travels as its text. */
    private static final String KEEP_STATES = """
            insert into lighting.cabinet_state (cabinet_id, seq, at, received_at, mode, door, breaker, supply, plan_version, plan_hash,
                                                circuit_on, circuit_dw, voltage_dv, energy_wh, loop, lamp_on, lamp_dw)
            select c, s, a, r, mode, door, breaker, supply, pv, ph, on_::boolean[], dw::integer[], dv::integer[], wh::bigint[],
                   loop_::boolean[], lamp_on::boolean[], lamp_dw::integer[]
            from unnest(:cabinets::uuid[], :seqs::bigint[], :ats::text[]::timestamptz[], :receiveds::text[]::timestamptz[], :modes::text[], :doors::text[],
                        :breakers::text[], :supplies::boolean[], :planVersions::bigint[], :planHashes::text[], :ons::text[],
                        :dws::text[], :dvs::text[], :whs::text[], :loops::text[], :lampOns::text[], :lampDws::text[])
                 as t (c, s, a, r, mode, door, breaker, supply, pv, ph, on_, dw, dv, wh, loop_, lamp_on, lamp_dw)
            on conflict (cabinet_id) do update
            set seq = excluded.seq, at = excluded.at, received_at = excluded.received_at, mode = excluded.mode, door = excluded.door,
                breaker = excluded.breaker, supply = excluded.supply, plan_version = excluded.plan_version,
                plan_hash = excluded.plan_hash, circuit_on = excluded.circuit_on, circuit_dw = excluded.circuit_dw,
                voltage_dv = excluded.voltage_dv, energy_wh = excluded.energy_wh, loop = excluded.loop, lamp_on = excluded.lamp_on,
                lamp_dw = excluded.lamp_dw
            """;

    private static final String KEEP_READINGS = """
            insert into lighting.reading (cabinet_id, at, seq, received_at, circuit_on, circuit_dw, energy_wh, lamp_dw)
            select c, a, s, r, on_::boolean[], dw::integer[], wh::bigint[], lamp_dw::integer[]
            from unnest(:cabinets::uuid[], :ats::text[]::timestamptz[], :seqs::bigint[], :receiveds::text[]::timestamptz[], :ons::text[], :dws::text[],
                        :whs::text[], :lampDws::text[]) as t (c, a, s, r, on_, dw, wh, lamp_dw)
            """;

    private static final String KEEP_EVENT = """
            insert into lighting.cabinet_event (cabinet_id, at, seq, received_at, kind, slot, is_on, by_whom, lux)
            values (:cabinet, :at, :seq, :received, :kind, :slot, :on, :by, :lux)
            """;

    private static final String COUNT_READINGS = "select count(*) from lighting.reading where cabinet_id = :cabinet";

    private final JdbcClient jdbc;

    ReadingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, CabinetState> states(Collection<UUID> cabinets) {
        Map<UUID, CabinetState> states = new HashMap<>();
        jdbc.sql(STATES)
                .param("cabinets", cabinets.toArray(UUID[]::new))
                .query((row, _) -> state(row))
                .list()
                .forEach(state -> states.put(state.cabinetId(), state));
        return states;
    }

    /** Each cabinet at most once. */
    void keepStates(Collection<CabinetState> states) {
        if (states.isEmpty()) {
            return;
        }
        List<CabinetState> all = List.copyOf(states);
        common(jdbc.sql(KEEP_STATES), all)
                .param("modes", texts(all, CabinetState::mode))
                .param("doors", texts(all, CabinetState::door))
                .param("breakers", texts(all, CabinetState::breaker))
                .param("supplies", all.stream().map(CabinetState::supply).toArray(Boolean[]::new))
                .param(
                        "planVersions",
                        all.stream().map(CabinetState::planVersion).toArray(Long[]::new))
                .param("planHashes", texts(all, CabinetState::planHash))
                .param("dvs", texts(all, state -> array(state.voltageDv())))
                .param("loops", texts(all, state -> array(state.loop())))
                .param("lampOns", texts(all, state -> array(state.lampOn())))
                .update();
    }

    void keepReadings(List<CabinetState> states) {
        if (!states.isEmpty()) {
            common(jdbc.sql(KEEP_READINGS), states).update();
        }
    }

    void keepEvent(Observation seen, CabinetEvent event) {
        jdbc.sql(KEEP_EVENT)
                .param("cabinet", seen.layout().cabinet().id())
                .param("at", seen.at().atOffset(ZoneOffset.UTC))
                .param("seq", seen.seq())
                .param("received", seen.receivedAt().atOffset(ZoneOffset.UTC))
                .param("kind", event.kind())
                .param("slot", event.slot())
                .param("on", event.on())
                .param("by", event.by())
                .param("lux", event.lux())
                .update();
    }

    long countReadings(UUID cabinet) {
        return jdbc.sql(COUNT_READINGS)
                .param("cabinet", cabinet)
                .query(Long.class)
                .single();
    }

    /** Makes the part of the history for a month, unless it is there. Its name is made of digits, so it may stand in the statement. */
    void makeMonth(YearMonth month) {
        String name = "lighting.reading_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
        jdbc.sql("create table if not exists " + name + " partition of lighting.reading for values from ('"
                        + month.atDay(1) + " 00:00+07') to ('"
                        + month.plusMonths(1).atDay(1) + " 00:00+07')")
                .update();
    }

    /** Drops the part of a month. */
    void dropMonth(YearMonth month) {
        jdbc.sql("drop table if exists lighting.reading_%04d_%02d".formatted(month.getYear(), month.getMonthValue()))
                .update();
    }

    private static JdbcClient.StatementSpec common(JdbcClient.StatementSpec sql, List<CabinetState> states) {
        return sql.param(
                        "cabinets", states.stream().map(CabinetState::cabinetId).toArray(UUID[]::new))
                .param("seqs", states.stream().map(CabinetState::seq).toArray(Long[]::new))
                .param("ats", texts(states, state -> state.at().toString()))
                .param("receiveds", texts(states, state -> state.receivedAt().toString()))
                .param("ons", texts(states, state -> array(state.on())))
                .param("dws", texts(states, state -> array(state.powerDw())))
                .param("whs", texts(states, state -> array(state.energyWh())))
                .param("lampDws", texts(states, state -> array(state.lampDw())));
    }

    private static @Nullable String[] texts(List<CabinetState> states, Function<CabinetState, @Nullable String> of) {
        return states.stream().map(of).toArray(String[]::new);
    }

    private static String array(@Nullable Object[] values) {
        return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static CabinetState state(ResultSet row) throws SQLException {
        return new CabinetState(
                row.getObject("cabinet_id", UUID.class),
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("mode"),
                row.getString("door"),
                row.getString("breaker"),
                row.getObject("supply", Boolean.class),
                row.getObject("plan_version", Long.class),
                row.getString("plan_hash"),
                (Boolean[]) array(row, "circuit_on"),
                (Integer[]) array(row, "circuit_dw"),
                (Integer[]) array(row, "voltage_dv"),
                (Long[]) array(row, "energy_wh"),
                (Boolean[]) array(row, "loop"),
                (Boolean[]) array(row, "lamp_on"),
                (Integer[]) array(row, "lamp_dw"));
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }
}
