package vn.langso.households.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.households.RegisterAttribute;
import vn.langso.households.figures.HouseholdIndicators.Figure;
import vn.langso.indicators.IndicatorDefinition.Kind;
import vn.langso.indicators.IndicatorPart;
import vn.langso.indicators.IndicatorRecord;
import vn.langso.indicators.IndicatorSource.RecordQuery;
import vn.langso.kernel.Texts;

/**
 * SQL of the register's figures: one pass over households, one over persons, each as it was on the day.
 *
 * <p>For today an attribute is what the row says; for an earlier day it is that only if it held already, else what the past says.
 */
@Repository
class IndicatorStore {

    private static final String HOUSEHOLDS = """
            with state as (
              select h.id, h.village_id, h.attributes, h.head_name as label, h.number, h.address, h.lane, h.id as household_id
              from households.household h
              where h.here_from <= :on and (h.registered_to is null or h.registered_to > :on) and {places}
              union all
              select h.id, h.village_id, h.attributes, h.head_name, h.number, h.address, h.lane, h.id
              from (select p.household_id as id, p.village_id, o.attributes, o.head_name, o.number, o.address, o.lane
                    from households.household_past_stay p join households.household o on o.id = p.household_id
                    where p.valid_from <= :on and p.valid_to > :on) h
              where {places}
            ), known as (
              select id, village_id, label, number, address, lane, household_id, {internet} as internet,
                     {smartphone} as smartphone, {address-code} as address_code, {poverty} as poverty
              from state s
            )
            """;

    private static final String PERSONS = """
            with state as (
              select h.id, h.village_id, h.attributes, h.full_name as label, h.household_id, h.residence, h.birth_date, h.sex
              from households.person h
              where h.here_from <= :on and (h.registered_to is null or h.registered_to > :on) and {places}
              union all
              select h.id, h.village_id, h.attributes, h.full_name, h.household_id, h.residence, h.birth_date, h.sex
              from (select p.person_id as id, p.village_id, o.attributes, o.full_name, p.household_id, p.residence,
                           o.birth_date, o.sex
                    from households.person_past_stay p join households.person o on o.id = p.person_id
                    where p.valid_from <= :on and p.valid_to > :on) h
              where {places}
            ), known as (
              select id, village_id, label, '' as number, '' as address, '' as lane, household_id, residence,
                     birth_date <= :latest and birth_date >=
                       (case when sex = 'male' then :earliestMan::date else :earliestWoman::date end) as working_age,
                     birth_date <= :eidAge as of_eid_age, {epayment-account} as epayment, {eid-level} as eid_level,
                     {health-record} as health_record
              from state s
            )
            """;

    private static final String ALL_PARTS = "select village_id, {counts} from known group by village_id";

    private static final String RECORDS = """
            select id, village_id, label, number, address, lane, household_id
            from known
            where {which} and id > :after
            order by id
            limit :limit
            """;

    private static final String PLACES = "(h.village_id in (select v from unnest(:places::uuid[]) v)) is true";

    private static final String TODAY = "s.attributes #>> '{code,0}'";

    private static final String THEN = """
            case when s.attributes #>> '{code,1}' <= :day then s.attributes #>> '{code,0}'
              else (select a.value from households.past_attribute a
                    where a.subject_id = s.id and a.code = 'code' and a.valid_from <= :on and a.valid_to > :on) end\
            """;

    /** The one report of this module that reads everything: worth a second core. */
    private static final String TWO_CORES = "set local max_parallel_workers_per_gather = 1";

    /** An electronic identity is given from 14 years on (unverified; Decree 69/2024/NĐ-CP lets younger ones have one through parents). */
    private static final int EID_FROM_YEARS = 14;

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    IndicatorStore(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<IndicatorPart> parts(LocalDate on, Set<UUID> places) {
        jdbc.sql(TWO_CORES).update();
        return Stream.of(false, true)
                .flatMap(ofPersons -> parts(ofPersons, on, places).stream())
                .toList();
    }

    @Transactional(readOnly = true)
    public List<IndicatorRecord> records(Figure figure, RecordQuery query, @Nullable UUID after, int limit) {
        String counted = "coalesce(" + figure.counts() + ", false)";
        String which = switch (query.counted()) {
            case NUMERATOR -> figure.among() + " and " + counted;
            case DENOMINATOR -> figure.among();
            case MISSING -> figure.among() + " and not " + counted;
        };
        String sql = state(figure.ofPersons(), query.on()) + RECORDS.replace("{which}", which);
        return dated(sql, query.on(), query.places())
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query(IndicatorStore::record)
                .list();
    }

    private List<IndicatorPart> parts(boolean ofPersons, LocalDate on, Set<UUID> places) {
        List<Figure> figures = Arrays.stream(Figure.values())
                .filter(figure -> figure.ofPersons() == ofPersons)
                .toList();
        String counts = figures.stream()
                .map(figure -> "count(*) filter (where " + figure.among() + " and " + figure.counts()
                        + "), count(*) filter (where " + figure.among() + ")")
                .collect(Collectors.joining(", "));
        List<IndicatorPart> parts = new ArrayList<>();
        dated(state(ofPersons, on) + ALL_PARTS.replace("{counts}", counts), on, places)
                .query((ResultSet row) -> {
                    UUID village = row.getObject(1, UUID.class);
                    for (int i = 0; i < figures.size(); i++) {
                        Figure figure = figures.get(i);
                        long denominator = figure.kind() == Kind.COUNT ? 0 : row.getLong(3 + 2 * i);
                        parts.add(new IndicatorPart(figure.code(), village, row.getLong(2 + 2 * i), denominator));
                    }
                });
        return parts;
    }

    private String state(boolean ofPersons, LocalDate on) {
        String known = on.isBefore(LocalDate.ofInstant(clock.instant(), Texts.ZONE)) ? THEN : TODAY;
        String sql = (ofPersons ? PERSONS : HOUSEHOLDS).replace("{places}", PLACES);
        for (RegisterAttribute attribute : RegisterAttribute.values()) {
            sql = sql.replace(
                    "{" + attribute.code() + "}",
                    known.replace("{code,", "{" + attribute.code() + ",")
                            .replace("'code'", "'" + attribute.code() + "'"));
        }
        return sql;
    }

    private JdbcClient.StatementSpec dated(String sql, LocalDate on, Set<UUID> places) {
        WorkingAge.Born born = WorkingAge.on(on);
        return jdbc.sql(sql)
                .param("on", on)
                .param("day", on.toString())
                .param("places", places.toArray(UUID[]::new))
                .param("latest", born.latest())
                .param("earliestMan", born.earliestMan())
                .param("earliestWoman", born.earliestWoman())
                .param("eidAge", on.minusYears(EID_FROM_YEARS));
    }

    private static IndicatorRecord record(ResultSet row, int index) throws SQLException {
        String where = Stream.of(row.getString("number"), row.getString("address"), row.getString("lane"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new IndicatorRecord(
                row.getObject("id", UUID.class),
                row.getObject("village_id", UUID.class),
                row.getString("label"),
                where.isEmpty() ? null : where,
                "/households/" + row.getObject("household_id", UUID.class));
    }
}
