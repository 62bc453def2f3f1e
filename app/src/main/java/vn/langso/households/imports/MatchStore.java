package vn.langso.households.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds out in sets who the prepared rows are about, and what they would change. The identity rule stands in the package's words. */
@Repository
class MatchStore {

    private static final String CCCD_TWICE = """
            with twice as (
              select cccd_hash, min(row_no) as first_row
              from households.import_row
              where import_id = :import and not has_error and cccd_hash is not null
              group by cccd_hash
              having count(*) > 1)
            update households.import_row r
            set has_error = true,
                problems = coalesce(r.problems, '[]') || jsonb_build_array(jsonb_build_object(
                  'code', 'HHI-111', 'field', 'cccd', 'args', jsonb_build_array(t.first_row::text), 'warning', false))
            from twice t
            where r.import_id = :import and not r.has_error and r.cccd_hash = t.cccd_hash and r.row_no > t.first_row
            """;

    private static final String PERSON_TWICE = """
            with twice as (
              select identity, min(row_no) as first_row
              from households.import_row
              where import_id = :import and not has_error
              group by identity
              having count(*) > 1)
            update households.import_row r
            set has_error = true,
                problems = coalesce(r.problems, '[]') || jsonb_build_array(jsonb_build_object(
                  'code', 'HHI-112', 'field', 'full-name', 'args', jsonb_build_array(t.first_row::text), 'warning', false))
            from twice t
            join households.import_row f on f.import_id = :import and f.row_no = t.first_row
            where r.import_id = :import and not r.has_error and r.identity = t.identity and r.row_no > t.first_row
              and r.village_id = f.village_id and r.number_key = f.number_key and r.name_key = f.name_key
              and (r.cccd_hash is null or f.cccd_hash is null or r.cccd_hash = f.cccd_hash)
            """;

    private static final String HEAD_TWICE = """
            with twice as (
              select village_id, number_key, min(row_no) as first_row
              from households.import_row
              where import_id = :import and not has_error and relation = 'head'
              group by village_id, number_key
              having count(*) > 1)
            update households.import_row r
            set has_error = true,
                problems = coalesce(r.problems, '[]') || jsonb_build_array(jsonb_build_object(
                  'code', 'HHI-113', 'field', 'relation', 'args', jsonb_build_array(t.first_row::text), 'warning', false))
            from twice t
            where r.import_id = :import and not r.has_error and r.relation = 'head'
              and r.village_id = t.village_id and r.number_key = t.number_key and r.row_no > t.first_row
            """;

    private static final String HOUSEHOLDS = """
            insert into households.import_household (import_id, village_id, number_key, first_row, household_id, is_new,
                                                     version, number, lane, address, address_key, attributes)
            select :import, f.village_id, f.number_key, f.row_no, coalesce(h.id, f.new_household_id), h.id is null,
                   coalesce(h.version, 0), f.number, f.lane, f.address, f.address_key, f.household_attributes
            from (
              select distinct on (village_id, number_key) village_id, number_key, row_no, new_household_id, number, lane,
                     address, address_key, household_attributes
              from households.import_row
              where import_id = :import and new_household_id is not null
              order by village_id, number_key, row_no) f
            left join households.household h
              on h.village_id = f.village_id and h.number_key = f.number_key and h.registered_to is null
            """;

    /** Later rows of a household fill in what its first row left open; the first that says something wins. */
    private static final String HOUSEHOLDS_LATER = """
            update households.import_household ih
            set lane = coalesce(ih.lane, m.lane),
                address = coalesce(ih.address, m.address),
                address_key = case when ih.address is null and ih.lane is null then m.address_key else ih.address_key end,
                attributes = m.attributes || ih.attributes
            from (
              select r.village_id, r.number_key,
                     (array_agg(r.lane order by r.row_no) filter (where r.lane is not null))[1] as lane,
                     (array_agg(r.address order by r.row_no) filter (where r.address is not null))[1] as address,
                     (array_agg(r.address_key order by r.row_no) filter (where r.address is not null))[1] as address_key,
                     coalesce(jsonb_object_agg(e.key, e.value order by r.row_no desc)
                              filter (where e.key is not null), '{}') as attributes
              from households.import_row r
              join households.import_household f
                on f.import_id = :import and f.village_id = r.village_id and f.number_key = r.number_key
                and f.first_row <> r.row_no
              left join lateral jsonb_each(r.household_attributes) e on true
              where r.import_id = :import and r.new_household_id is not null
              group by r.village_id, r.number_key) m
            where ih.import_id = :import and ih.village_id = m.village_id and ih.number_key = m.number_key
            """;

    private static final String CCCD_ELSEWHERE = """
            update households.import_row r
            set has_error = true,
                problems = coalesce(r.problems, '[]') || jsonb_build_array(jsonb_build_object(
                  'code', case when p.village_id = any (:scope) then 'HHI-114' else 'HHI-115' end,
                  'field', 'cccd', 'args', '[]'::jsonb, 'warning', false))
            from households.person p
            where r.import_id = :import and not r.has_error and r.cccd_hash is not null
              and p.cccd_hash = r.cccd_hash and p.registered_to is null
              and (not p.village_id = any (:scope)
                   or (p.name_key <> r.name_key
                       and (p.birth_date is null or r.birth_date is null
                            or extract(year from p.birth_date) <> extract(year from r.birth_date))))
            """;

    private static final String MATCH_BY_CCCD = """
            insert into households.import_match (import_id, row_no, class, household_id, person_id, version)
            select distinct on (r.row_no) :import, r.row_no, 'UNCHANGED', ih.household_id, p.id, p.version
            from households.import_row r
            join households.person p on p.cccd_hash = r.cccd_hash and p.registered_to is null
            join households.import_household ih
              on ih.import_id = :import and ih.village_id = r.village_id and ih.number_key = r.number_key
            where r.import_id = :import and not r.has_error and r.cccd_hash is not null
            order by r.row_no, (p.household_id = ih.household_id) desc, p.id
            """;

    private static final String NO_CANDIDATES = "drop table if exists import_candidate";

    private static final String CANDIDATES = """
            create temporary table import_candidate (row_no int not null, person_id uuid not null, version int not null,
              household_id uuid not null, score int not null, same_relation int not null) on commit drop
            """;

    /** Score: 4 the same birth, 3 both without, 2 one of them knows only the year or month, 1 only one of them knows it. */
    private static final String FIND_CANDIDATES = """
            insert into import_candidate (row_no, person_id, version, household_id, score, same_relation)
            select row_no, person_id, version, household_id, score, same_relation
            from (
              select r.row_no, p.id as person_id, p.version, ih.household_id,
                     case when r.birth_date = p.birth_date and r.birth_precision = p.birth_precision then 4
                          when r.birth_date is null and p.birth_date is null then 3
                          when r.birth_date is null or p.birth_date is null then 1
                          when 'year' in (r.birth_precision, p.birth_precision)
                            and extract(year from r.birth_date) = extract(year from p.birth_date) then 2
                          when 'month' in (r.birth_precision, p.birth_precision)
                            and date_trunc('month', r.birth_date) = date_trunc('month', p.birth_date) then 2
                          else 0 end as score,
                     case when r.relation = p.relation then 1 else 0 end as same_relation,
                     r.cccd_hash as row_cccd, p.cccd_hash as person_cccd, r.birth_precision
              from households.import_row r
              join households.import_household ih
                on ih.import_id = :import and ih.village_id = r.village_id and ih.number_key = r.number_key and not ih.is_new
              join households.person p
                on p.household_id = ih.household_id and p.name_key = r.name_key and p.registered_to is null
              where r.import_id = :import and not r.has_error
                and not exists (select from households.import_match m
                                where m.import_id = :import and m.row_no = r.row_no)
                and not exists (select from households.import_match m
                                where m.import_id = :import and m.person_id = p.id and m.class <> 'NEW')) c
            where score > 0
              and (row_cccd is null or person_cccd is null or row_cccd = person_cccd
                   or (score = 4 and birth_precision = 'day'))
            """;

    private static final String SEVERAL = """
            with placed as (
              select row_no, rank() over (partition by row_no order by score desc, same_relation desc) as place
              from import_candidate),
            several as (select row_no from placed where place = 1 group by row_no having count(*) > 1)
            update households.import_row r
            set has_error = true,
                problems = coalesce(r.problems, '[]') || jsonb_build_array(jsonb_build_object(
                  'code', 'HHI-116', 'field', 'full-name', 'args', '[]'::jsonb, 'warning', false))
            from several s
            where r.import_id = :import and r.row_no = s.row_no
            """;

    private static final String CLAIM = """
            insert into households.import_match (import_id, row_no, class, household_id, person_id, version)
            select :import, c.row_no, 'UNCHANGED', c.household_id, c.person_id, c.version
            from (
              select row_no, person_id, version, household_id,
                     row_number() over (partition by person_id
                                        order by score desc, same_relation desc, row_no) as claim
              from (
                select row_no, person_id, version, household_id, score, same_relation,
                       row_number() over (partition by row_no order by score desc, same_relation desc) as place
                from import_candidate) t
              where place = 1) c
            join households.import_row r on r.import_id = :import and r.row_no = c.row_no and not r.has_error
            where c.claim = 1
            """;

    private static final String SAME_PERSON = """
            update households.import_row r
            set has_error = true,
                problems = coalesce(r.problems, '[]') || jsonb_build_array(jsonb_build_object(
                  'code', 'HHI-117', 'field', 'full-name', 'args', jsonb_build_array(m.row_no::text), 'warning', false))
            from import_candidate c
            join households.import_match m
              on m.import_id = :import and m.person_id = c.person_id and m.row_no <> c.row_no and m.class <> 'NEW'
            where r.import_id = :import and r.row_no = c.row_no and not r.has_error and c.score >= 1
              and not exists (select from households.import_match o where o.import_id = :import and o.row_no = c.row_no)
            """;

    private static final String NEW = """
            insert into households.import_match (import_id, row_no, class, household_id, person_id, version)
            select :import, r.row_no, 'NEW', ih.household_id, r.new_person_id, 0
            from households.import_row r
            join households.import_household ih
              on ih.import_id = :import and ih.village_id = r.village_id and ih.number_key = r.number_key
            where r.import_id = :import and not r.has_error
              and not exists (select from households.import_match m where m.import_id = :import and m.row_no = r.row_no)
            """;

    /** Fills every step's parameters; the order matters. */
    private static final List<String> STEPS = List.of(
            CCCD_TWICE,
            PERSON_TWICE,
            HEAD_TWICE,
            HOUSEHOLDS,
            HOUSEHOLDS_LATER,
            CCCD_ELSEWHERE,
            MATCH_BY_CCCD,
            NO_CANDIDATES,
            CANDIDATES,
            FIND_CANDIDATES,
            SEVERAL,
            CLAIM,
            SAME_PERSON,
            NEW);

    private final JdbcClient jdbc;
    private final CompareStore compare;

    MatchStore(JdbcClient jdbc, CompareStore compare) {
        this.jdbc = jdbc;
        this.compare = compare;
    }

    /** Matches and compares all prepared rows anew, in the running transaction. {@code scope} are the villages of the caller. */
    void match(UUID importId, Set<UUID> scope, LocalDate asOf) {
        for (String step : STEPS) {
            jdbc.sql(step)
                    .param("import", importId)
                    .param("scope", scope.toArray(UUID[]::new))
                    .update();
        }
        compare.compare(importId, asOf);
    }
}
