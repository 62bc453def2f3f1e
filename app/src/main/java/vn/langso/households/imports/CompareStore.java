package vn.langso.households.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares the rows whose person is known with the register: what changes, what contradicts, how many of each. */
@Repository
class CompareStore {

    private static final String ANALYZE_MATCHES = "analyze households.import_match, households.import_household";

    private static final String CHANGED = """
            update households.import_match m
            set class = 'CHANGED'
            from households.import_row r, households.person p
            where m.import_id = :import and m.class = 'UNCHANGED'
              and r.import_id = :import and r.row_no = m.row_no and p.id = m.person_id
              and (p.household_id <> m.household_id
                or p.full_name <> r.full_name
                or (r.birth_date is not null
                    and (r.birth_date, r.birth_precision) is distinct from (p.birth_date, p.birth_precision)
                    and not (r.birth_precision = 'year' and p.birth_precision in ('month', 'day')
                             and date_trunc('year', p.birth_date) = r.birth_date)
                    and not (r.birth_precision = 'month' and p.birth_precision = 'day'
                             and date_trunc('month', p.birth_date) = r.birth_date))
                or (r.sex is not null and r.sex is distinct from p.sex)
                or (r.relation is not null and r.relation <> p.relation)
                or (r.residence is not null and r.residence <> p.residence)
                or (r.cccd_hash is not null and r.cccd_hash is distinct from p.cccd_hash)
                or (r.phone_hash is not null and r.phone_hash is distinct from p.phone_hash)
                or exists (select from jsonb_each(r.attributes) e
                           where p.attributes #>> array[e.key, '0'] is distinct from e.value ->> 0
                             and coalesce((p.attributes #>> array[e.key, '1'])::date <= :asOf, true)))
            """;

    private static final String HOUSEHOLD_CHANGED = """
            update households.import_household ih
            set is_changed = true
            from households.household h
            where ih.import_id = :import and not ih.is_new and h.id = ih.household_id
              and (ih.lane <> h.lane or ih.address <> h.address
                or exists (select from jsonb_each(ih.attributes) e
                           where h.attributes #>> array[e.key, '0'] is distinct from e.value ->> 0
                             and coalesce((h.attributes #>> array[e.key, '1'])::date <= :asOf, true)))
            """;

    private static final String HEAD_ELSEWHERE = """
            update households.import_row r
            set has_error = true,
                problems = coalesce(r.problems, '[]') || jsonb_build_array(jsonb_build_object(
                  'code', 'HHI-118', 'field', 'number', 'args', jsonb_build_array(h.number), 'warning', false))
            from households.import_match m
            join households.person p on p.id = m.person_id
            join households.household h on h.id = p.household_id
            where m.import_id = :import and m.class = 'CHANGED' and p.household_id <> m.household_id
              and h.head_id = p.id and h.member_count > 1
              and r.import_id = :import and r.row_no = m.row_no
            """;

    /** A household has one head: a new one needs the old one's new relation in the same sheet. */
    private static final String HEAD_IN_REGISTER = """
            update households.import_row r
            set has_error = true,
                problems = coalesce(r.problems, '[]') || jsonb_build_array(jsonb_build_object(
                  'code', 'HHI-119', 'field', 'relation', 'args', jsonb_build_array(o.full_name), 'warning', false))
            from households.import_match m
            join households.import_household ih
              on ih.import_id = :import and ih.household_id = m.household_id and not ih.is_new
            join households.person o
              on o.household_id = ih.household_id and o.relation = 'head' and o.registered_to is null
            where m.import_id = :import and m.class <> 'UNCHANGED' and o.id <> m.person_id
              and r.import_id = :import and r.row_no = m.row_no and r.relation = 'head' and not r.has_error
              and not exists (
                select from households.import_match om
                join households.import_row ow on ow.import_id = :import and ow.row_no = om.row_no
                where om.import_id = :import and om.person_id = o.id and om.class = 'CHANGED' and not ow.has_error
                  and (ow.relation <> 'head' or om.household_id <> o.household_id))
            """;

    private static final String WITHOUT_ERRORS = """
            delete from households.import_match m
            using households.import_row r
            where m.import_id = :import and r.import_id = :import and r.row_no = m.row_no and r.has_error
            """;

    private static final String WARN = """
            update households.import_row r
            set problems = coalesce(r.problems, '[]') || jsonb_build_array(jsonb_build_object(
                  'code', case when m.household_id <> p.household_id then 'HHI-156'
                               when r.name_key <> p.name_key then 'HHI-151'
                               else 'HHI-152' end,
                  'field', case when m.household_id <> p.household_id then 'number'
                                when r.name_key <> p.name_key then 'full-name'
                                else 'cccd' end,
                  'args', case when m.household_id <> p.household_id then jsonb_build_array(h.number)
                               when r.name_key <> p.name_key then jsonb_build_array(p.full_name)
                               else '[]'::jsonb end,
                  'warning', true))
            from households.import_match m
            join households.person p on p.id = m.person_id
            join households.household h on h.id = p.household_id
            where m.import_id = :import and m.class = 'CHANGED' and r.import_id = :import and r.row_no = m.row_no
              and (m.household_id <> p.household_id or r.name_key <> p.name_key
                   or (r.cccd_hash is not null and p.cccd_hash is not null and r.cccd_hash <> p.cccd_hash))
            """;

    private static final String MEMBERS = """
            update households.import_household ih
            set members = c.members, head_row = c.head_row
            from (
              select m.household_id, count(*)::int as members,
                     coalesce(min(r.row_no) filter (where r.relation = 'head'), min(r.row_no)) as head_row
              from households.import_match m
              join households.import_row r on r.import_id = :import and r.row_no = m.row_no
              where m.import_id = :import
              group by m.household_id) c
            where ih.import_id = :import and ih.household_id = c.household_id
            """;

    private static final String WITHOUT_MEMBERS =
            "delete from households.import_household where import_id = :import and is_new and members = 0";

    private static final List<String> STEPS = List.of(
            CHANGED,
            HOUSEHOLD_CHANGED,
            HEAD_ELSEWHERE,
            HEAD_IN_REGISTER,
            WITHOUT_ERRORS,
            WARN,
            MEMBERS,
            WITHOUT_MEMBERS);

    private static final String COUNTS = """
            select (select count(*) from households.import_row where import_id = :import and has_error) as errors,
                   (select count(*) from households.import_row
                    where import_id = :import and not has_error and problems is not null) as warnings,
                   (select count(*) from households.import_household where import_id = :import and is_new) as new_households,
                   (select count(*) from households.import_household where import_id = :import and is_changed)
                     as changed_households,
                   count(*) filter (where class = 'NEW') as new_rows,
                   count(*) filter (where class = 'CHANGED') as changed_rows,
                   count(*) filter (where class = 'UNCHANGED') as unchanged_rows
            from households.import_match
            where import_id = :import
            """;

    private final JdbcClient jdbc;

    CompareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void compare(UUID importId, LocalDate asOf) {
        jdbc.sql(ANALYZE_MATCHES).update();
        for (String step : STEPS) {
            jdbc.sql(step).param("import", importId).param("asOf", asOf).update();
        }
    }

    ImportCounts counts(UUID importId) {
        return jdbc.sql(COUNTS)
                .param("import", importId)
                .query((row, index) -> new ImportCounts(
                        row.getLong("new_rows"),
                        row.getLong("changed_rows"),
                        row.getLong("unchanged_rows"),
                        row.getLong("errors"),
                        row.getLong("warnings"),
                        row.getLong("new_households"),
                        row.getLong("changed_households")))
                .single();
    }
}
