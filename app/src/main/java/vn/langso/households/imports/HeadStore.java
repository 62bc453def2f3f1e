package vn.langso.households.imports;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts a household's copies of what its members say in order again: head, name, number of members. */
@Repository
class HeadStore {

    private static final String SETTLE = """
            update households.household h
            set version = h.version + 1,
                member_count = c.members,
                head_id = c.head_id,
                head_name = coalesce(p.full_name, ''),
                sort_key = coalesce(p.sort_key, '')
            from (
              select b.subject_id, count(m.id)::int as members,
                     (array_agg(m.id order by m.relation = 'head' desc, m.id = o.head_id desc nulls last, m.id))[1] as head_id
              from households.import_before b
              join households.household o on o.id = b.subject_id
              left join households.person m on m.household_id = b.subject_id and m.registered_to is null
              where b.import_id = :import and b.subject = 'household'
              group by b.subject_id) c
            left join households.person p on p.id = c.head_id
            where h.id = c.subject_id
            """;

    private final JdbcClient jdbc;

    HeadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For every household whose image before the import was kept; raises their version by one. */
    void settle(UUID importId) {
        jdbc.sql(SETTLE).param("import", importId).update();
    }
}
