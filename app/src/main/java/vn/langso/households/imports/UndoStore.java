package vn.langso.households.imports;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes an import back: what it made and nobody touched since goes, what it changed and nobody touched since is as it was. What somebody
 * edited later stays as it is now, a household with all its members.
 */
@Repository
class UndoStore {

    private static final List<String> TABLES = List.of(
            "drop table if exists import_kept, import_kept_household, import_delta",
            "create temporary table import_kept (id uuid primary key) on commit drop",
            "create temporary table import_kept_household (id uuid primary key) on commit drop",
            "create temporary table import_delta (village_id uuid, households int, residents int) on commit drop");

    /** Households of the import that were edited, hold an edited member, or took in somebody who is not of the import. */
    private static final String KEEP_HOUSEHOLDS = """
            insert into import_kept_household (id)
            select id from households.household where batch_id = :import and (version <> 1 or registered_to is not null)
            union
            select p.household_id
            from households.person p
            join households.household h on h.id = p.household_id
            where p.batch_id = :import and h.batch_id = :import and (p.version <> 1 or p.registered_to is not null)
            union
            select h.id
            from households.household h
            join households.person p on p.household_id = h.id
            left join households.import_before b on b.import_id = :import and b.subject_id = p.id
            where h.batch_id = :import and p.batch_id is distinct from :import
              and (b.subject_id is null or b.version_after <> p.version)
            """;

    private static final String KEEP_PERSONS = """
            insert into import_kept (id)
            select p.id
            from households.person p
            where p.batch_id = :import
              and (p.version <> 1 or p.registered_to is not null
                   or p.household_id in (select id from import_kept_household))
            union
            select b.subject_id
            from households.import_before b
            join households.person p on p.id = b.subject_id
            where b.import_id = :import and b.subject = 'person'
              and (p.version <> b.version_after or p.registered_to is not null)
            """;

    private static final String DELTA_MOVES = """
            insert into import_delta (village_id, households, residents)
            select v.village_id, 0, v.residents
            from households.import_before b
            join households.person p on p.id = b.subject_id
            cross join lateral (values ((b.image ->> 'village_id')::uuid, 1), (p.village_id, -1)) v (village_id, residents)
            where b.import_id = :import and b.subject = 'person' and b.subject_id not in (select id from import_kept)
            """;

    private static final String NO_PAST_ATTRIBUTES = """
            delete from households.past_attribute a
            using households.import_before b, jsonb_each(b.image -> 'attributes') e
            where b.import_id = :import and b.subject_id not in (select id from import_kept)
              and (b.subject = 'person'
                   or exists (select from households.household h where h.id = b.subject_id and h.version = b.version_after))
              and a.subject_id = b.subject_id and a.code = e.key and a.valid_from = (e.value ->> 1)::date
            """;

    private static final String NO_PAST_STAYS = """
            delete from households.person_past_stay s
            using households.import_before b
            where b.import_id = :import and b.subject = 'person' and b.subject_id not in (select id from import_kept)
              and s.person_id = b.subject_id and s.valid_from = (b.image ->> 'here_from')::date
            """;

    private static final String RESTORE_PERSONS = """
            update households.person p
            set household_id = o.household_id, village_id = o.village_id, full_name = o.full_name, name_key = o.name_key,
                given_key = o.given_key, sort_key = o.sort_key, birth_date = o.birth_date,
                birth_precision = o.birth_precision, sex = o.sex, relation = o.relation, residence = o.residence,
                cccd_cipher = o.cccd_cipher, cccd_hash = o.cccd_hash, cccd_mask = o.cccd_mask,
                phone_cipher = o.phone_cipher, phone_hash = o.phone_hash, phone_mask = o.phone_mask,
                attributes = o.attributes, here_from = o.here_from, version = p.version + 1
            from households.import_before b
            cross join lateral jsonb_populate_record(null::households.person, b.image) o
            where b.import_id = :import and b.subject = 'person' and p.id = b.subject_id
              and b.subject_id not in (select id from import_kept)
            """;

    private static final String NO_PERSONS = """
            with gone as (
              delete from households.person
              where batch_id = :import and id not in (select id from import_kept)
              returning village_id)
            insert into import_delta (village_id, households, residents)
            select village_id, 0, -count(*) from gone group by village_id
            """;

    private static final String RESTORE_HOUSEHOLDS = """
            update households.household h
            set lane = o.lane, address = o.address, address_key = o.address_key, attributes = o.attributes
            from households.import_before b
            cross join lateral jsonb_populate_record(null::households.household, b.image) o
            where b.import_id = :import and b.subject = 'household' and h.id = b.subject_id
              and h.version = b.version_after
            """;

    private static final String NO_HOUSEHOLDS = """
            with gone as (
              delete from households.household
              where batch_id = :import and id not in (select id from import_kept_household)
              returning village_id)
            insert into import_delta (village_id, households, residents)
            select village_id, -count(*), 0 from gone group by village_id
            """;

    private static final String COUNT = """
            insert into households.village_count as c (village_id, households, residents)
            select village_id, sum(households), sum(residents)
            from import_delta
            group by village_id
            having sum(households) <> 0 or sum(residents) <> 0
            order by village_id
            on conflict (village_id) do update
            set households = c.households + excluded.households, residents = c.residents + excluded.residents
            """;

    private static final String FORGET = "delete from households.import_before where import_id = :import";

    private static final String EDITED = """
            select (select count(*) from households.household
                    where batch_id = :import and (version <> 1 or registered_to is not null))
                 + (select count(*) from households.import_before b
                    join households.household h on h.id = b.subject_id
                    where b.import_id = :import and b.subject = 'household' and h.version <> b.version_after) as households,
                   (select count(*) from households.person
                    where batch_id = :import and (version <> 1 or registered_to is not null))
                 + (select count(*) from households.import_before b
                    join households.person p on p.id = b.subject_id
                    where b.import_id = :import and b.subject = 'person' and p.version <> b.version_after) as persons
            """;

    private static final String EDITED_NAMES = """
            select p.full_name, h.number, h.id
            from households.person p
            join households.household h on h.id = p.household_id
            left join households.import_before b on b.import_id = :import and b.subject_id = p.id
            where (p.batch_id = :import and (p.version <> 1 or p.registered_to is not null))
               or (b.subject_id is not null and p.version <> b.version_after)
            order by p.id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final HeadStore heads;

    UndoStore(JdbcClient jdbc, HeadStore heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /** How many rows were edited since the import; they stay as they are. */
    record Edited(long households, long persons) {

        boolean isNone() {
            return households + persons == 0;
        }
    }

    /** A person edited since, for the page that asks once more. */
    record EditedPerson(String fullName, String number, UUID householdId) {}

    Edited edited(UUID importId) {
        return jdbc.sql(EDITED)
                .param("import", importId)
                .query((row, index) -> new Edited(row.getLong(1), row.getLong(2)))
                .single();
    }

    List<EditedPerson> editedPersons(UUID importId, int limit) {
        return jdbc.sql(EDITED_NAMES)
                .param("import", importId)
                .param("limit", limit)
                .query((row, index) ->
                        new EditedPerson(row.getString(1), row.getString(2), row.getObject(3, UUID.class)))
                .list();
    }

    /** Takes everything back in the running transaction. */
    void undo(UUID importId) {
        TABLES.forEach(sql -> jdbc.sql(sql).update());
        for (String step : List.of(
                KEEP_HOUSEHOLDS,
                KEEP_PERSONS,
                DELTA_MOVES,
                NO_PAST_ATTRIBUTES,
                NO_PAST_STAYS,
                RESTORE_PERSONS,
                NO_PERSONS,
                RESTORE_HOUSEHOLDS)) {
            jdbc.sql(step).param("import", importId).update();
        }
        heads.settle(importId);
        jdbc.sql(NO_HOUSEHOLDS).param("import", importId).update();
        jdbc.sql(COUNT).update();
        jdbc.sql(FORGET).param("import", importId).update();
    }
}
