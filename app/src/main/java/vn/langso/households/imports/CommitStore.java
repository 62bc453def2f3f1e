package vn.langso.households.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.households.RegisterColumns;

/** Writes the prepared rows into the register, in sets; everything in the one transaction that is running. */
@Repository
class CommitStore {

    private static final String NEW_HOUSEHOLDS = """
            insert into households.household (id, village_id, number, number_key, head_id, head_name, sort_key, lane, address,
                                              address_key, member_count, attributes, registered_from, here_from, batch_id)
            select ih.household_id, ih.village_id, ih.number, ih.number_key, m.person_id, r.full_name, r.sort_key,
                   coalesce(ih.lane, ''), coalesce(ih.address, ''), coalesce(ih.address_key, ''), ih.members, ih.attributes,
                   :asOf, :asOf, :import
            from households.import_household ih
            join households.import_match m on m.import_id = :import and m.row_no = ih.head_row
            join households.import_row r on r.import_id = :import and r.row_no = ih.head_row
            where ih.import_id = :import and ih.is_new and ih.first_row > :after and ih.first_row <= :upTo
            """;

    private static final String NEW_PERSONS = """
            insert into households.person (id, household_id, village_id, full_name, name_key, given_key, sort_key, birth_date,
                birth_precision, sex, relation, residence, cccd_cipher, cccd_hash, cccd_mask, phone_cipher, phone_hash,
                phone_mask, attributes, registered_from, here_from, batch_id)
            select m.person_id, m.household_id, r.village_id, r.full_name, r.name_key, r.given_key, r.sort_key, r.birth_date,
                r.birth_precision, r.sex, coalesce(r.relation, 'other'), coalesce(r.residence, 'permanent'), r.cccd_cipher,
                r.cccd_hash, r.cccd_mask, r.phone_cipher, r.phone_hash, r.phone_mask, r.attributes, :asOf, :asOf, :import
            from households.import_match m
            join households.import_row r on r.import_id = :import and r.row_no = m.row_no
            where m.import_id = :import and m.class = 'NEW' and m.row_no > :after and m.row_no <= :upTo
            """;

    private static final String BEFORE_PERSONS = """
            insert into households.import_before (import_id, subject, subject_id, version_after, image)
            select :import, 'person', p.id, p.version + 1, to_jsonb(p)
            from households.import_match m
            join households.person p on p.id = m.person_id
            where m.import_id = :import and m.class = 'CHANGED'
            """;

    private static final String BEFORE_HOUSEHOLDS = """
            insert into households.import_before (import_id, subject, subject_id, version_after, image)
            select :import, 'household', h.id, h.version + 1, to_jsonb(h)
            from households.household h
            where h.batch_id is distinct from :import
              and h.id in (
                select household_id from households.import_household where import_id = :import and is_changed
                union
                select household_id from households.import_match where import_id = :import and class <> 'UNCHANGED'
                union
                select p.household_id
                from households.import_match m
                join households.person p on p.id = m.person_id
                where m.import_id = :import and m.class = 'CHANGED')
            """;

    private static final String PAST_PERSON_ATTRIBUTES = """
            insert into households.past_attribute (subject_id, code, value, source, valid_from, valid_to)
            select p.id, e.key, p.attributes #>> array[e.key, '0'], p.attributes #>> array[e.key, '2'],
                   (p.attributes #>> array[e.key, '1'])::date, :asOf
            from households.import_match m
            join households.import_row r on r.import_id = :import and r.row_no = m.row_no
            join households.person p on p.id = m.person_id
            cross join lateral jsonb_each(r.attributes) e
            where m.import_id = :import and m.class = 'CHANGED'
              and p.attributes #>> array[e.key, '0'] <> e.value ->> 0
              and (p.attributes #>> array[e.key, '1'])::date < :asOf
            on conflict do nothing
            """;

    private static final String PAST_STAYS = """
            insert into households.person_past_stay (person_id, household_id, village_id, residence, valid_from, valid_to)
            select p.id, p.household_id, p.village_id, p.residence, p.here_from, :asOf
            from households.import_match m
            join households.import_row r on r.import_id = :import and r.row_no = m.row_no
            join households.person p on p.id = m.person_id
            where m.import_id = :import and m.class = 'CHANGED' and p.here_from < :asOf
              and (p.household_id <> m.household_id or coalesce(r.residence, p.residence) <> p.residence)
            on conflict do nothing
            """;

    private static final String CHANGED_PERSONS = """
            update households.person p
            set household_id = m.household_id,
                village_id = r.village_id,
                full_name = r.full_name, name_key = r.name_key, given_key = r.given_key, sort_key = r.sort_key,
                birth_date = case when b.keeps then p.birth_date else r.birth_date end,
                birth_precision = case when b.keeps then p.birth_precision else r.birth_precision end,
                sex = coalesce(r.sex, p.sex),
                relation = coalesce(r.relation, p.relation),
                residence = coalesce(r.residence, p.residence),
                cccd_cipher = case when r.cccd_hash is distinct from p.cccd_hash
                                   then coalesce(r.cccd_cipher, p.cccd_cipher) else p.cccd_cipher end,
                cccd_hash = coalesce(r.cccd_hash, p.cccd_hash),
                cccd_mask = coalesce(r.cccd_mask, p.cccd_mask),
                phone_cipher = case when r.phone_hash is distinct from p.phone_hash
                                    then coalesce(r.phone_cipher, p.phone_cipher) else p.phone_cipher end,
                phone_hash = coalesce(r.phone_hash, p.phone_hash),
                phone_mask = coalesce(r.phone_mask, p.phone_mask),
                attributes = p.attributes || coalesce((
                  select jsonb_object_agg(e.key, e.value)
                  from jsonb_each(r.attributes) e
                  where p.attributes #>> array[e.key, '0'] is distinct from e.value ->> 0
                    and coalesce((p.attributes #>> array[e.key, '1'])::date <= :asOf, true)), '{}'),
                here_from = case when p.household_id <> m.household_id or coalesce(r.residence, p.residence) <> p.residence
                                 then greatest(p.here_from, :asOf) else p.here_from end,
                version = p.version + 1
            from households.import_match m
            join households.import_row r on r.import_id = :import and r.row_no = m.row_no
            join households.person o on o.id = m.person_id
            cross join lateral (select
              r.birth_date is null
              or (r.birth_precision = 'year' and o.birth_precision in ('month', 'day')
                  and date_trunc('year', o.birth_date) = r.birth_date)
              or (r.birth_precision = 'month' and o.birth_precision = 'day'
                  and date_trunc('month', o.birth_date) = r.birth_date) as keeps) b
            where m.import_id = :import and m.class = 'CHANGED' and p.id = m.person_id and p.version = m.version
            """;

    private static final String PAST_HOUSEHOLD_ATTRIBUTES = """
            insert into households.past_attribute (subject_id, code, value, source, valid_from, valid_to)
            select h.id, e.key, h.attributes #>> array[e.key, '0'], h.attributes #>> array[e.key, '2'],
                   (h.attributes #>> array[e.key, '1'])::date, :asOf
            from households.import_household ih
            join households.household h on h.id = ih.household_id
            cross join lateral jsonb_each(ih.attributes) e
            where ih.import_id = :import and ih.is_changed
              and h.attributes #>> array[e.key, '0'] <> e.value ->> 0
              and (h.attributes #>> array[e.key, '1'])::date < :asOf
            on conflict do nothing
            """;

    private static final String CHANGED_HOUSEHOLDS = """
            update households.household h
            set lane = coalesce(ih.lane, h.lane),
                address = coalesce(ih.address, h.address),
                attributes = h.attributes || coalesce((
                  select jsonb_object_agg(e.key, e.value)
                  from jsonb_each(ih.attributes) e
                  where h.attributes #>> array[e.key, '0'] is distinct from e.value ->> 0
                    and coalesce((h.attributes #>> array[e.key, '1'])::date <= :asOf, true)), '{}')
            from households.import_household ih
            where ih.import_id = :import and ih.is_changed and h.id = ih.household_id
            """;

    private static final List<String> CHANGES = List.of(
            BEFORE_PERSONS,
            BEFORE_HOUSEHOLDS,
            PAST_PERSON_ATTRIBUTES,
            PAST_STAYS,
            PAST_HOUSEHOLD_ATTRIBUTES,
            CHANGED_HOUSEHOLDS);

    private static final String ADDRESSES = """
            select h.id, h.address, h.lane
            from households.import_household ih
            join households.household h on h.id = ih.household_id
            where ih.import_id = :import and ih.is_changed and (ih.lane is not null or ih.address is not null)
            """;

    private static final String ADDRESS_KEY = "update households.household set address_key = :key where id = :id";

    private static final String COUNT = """
            insert into households.village_count as c (village_id, households, residents)
            select village_id, sum(households), sum(residents)
            from (
              select village_id, 1 as households, 0 as residents
              from households.import_household where import_id = :import and is_new
              union all
              select h.village_id, 0, 1
              from households.import_match m
              join households.household h on h.id = m.household_id
              where m.import_id = :import and m.class = 'NEW'
              union all
              select p.village_id, 0, 1
              from households.import_before b
              join households.person p on p.id = b.subject_id
              where b.import_id = :import and b.subject = 'person'
              union all
              select (b.image ->> 'village_id')::uuid, 0, -1
              from households.import_before b
              where b.import_id = :import and b.subject = 'person') d
            group by village_id
            having sum(households) <> 0 or sum(residents) <> 0
            order by village_id
            on conflict (village_id) do update
            set households = c.households + excluded.households, residents = c.residents + excluded.residents
            """;

    /** A person or household that the preview did not see: changed, ended, or made since. */
    private static final String STALE = """
            select exists (
                select from households.import_match m
                left join households.person p on p.id = m.person_id
                where m.import_id = :import and m.class = 'CHANGED'
                  and (p.version is distinct from m.version or p.registered_to is not null))
              or exists (
                select from households.import_household ih
                left join households.household h on h.id = ih.household_id
                where ih.import_id = :import and not ih.is_new
                  and (h.version is distinct from ih.version or h.registered_to is not null))
              or exists (select from households.person where id > :boundary)
              or exists (select from households.household where id > :boundary)
            """;

    private final JdbcClient jdbc;
    private final HeadStore heads;

    CommitStore(JdbcClient jdbc, HeadStore heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    boolean isStale(UUID importId, UUID boundary) {
        return jdbc.sql(STALE)
                .param("import", importId)
                .param("boundary", boundary)
                .query(Boolean.class)
                .single();
    }

    void insertHouseholds(UUID importId, LocalDate asOf, int after, int upTo) {
        slice(NEW_HOUSEHOLDS, importId, asOf, after, upTo);
    }

    void insertPersons(UUID importId, LocalDate asOf, int after, int upTo) {
        slice(NEW_PERSONS, importId, asOf, after, upTo);
    }

    /** Writes what the sheet changes, keeping the images before; returns false when somebody changed one of them meanwhile. */
    boolean change(UUID importId, LocalDate asOf, long expected) {
        for (String step : CHANGES) {
            jdbc.sql(step).param("import", importId).param("asOf", asOf).update();
        }
        int changed = jdbc.sql(CHANGED_PERSONS)
                .param("import", importId)
                .param("asOf", asOf)
                .update();
        jdbc.sql(ADDRESSES)
                .param("import", importId)
                .query((row, index) -> new Object[] {
                    row.getObject(1), RegisterColumns.nameKey(row.getString(2) + " " + row.getString(3))
                })
                .list()
                .forEach(found -> jdbc.sql(ADDRESS_KEY)
                        .param("id", found[0])
                        .param("key", found[1])
                        .update());
        heads.settle(importId);
        return changed == expected;
    }

    void count(UUID importId) {
        jdbc.sql(COUNT).param("import", importId).update();
    }

    private void slice(String sql, UUID importId, LocalDate asOf, int after, int upTo) {
        jdbc.sql(sql)
                .param("import", importId)
                .param("asOf", asOf)
                .param("after", after)
                .param("upTo", upTo)
                .update();
    }
}
