package vn.langso.households;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.households.RegisterColumns.PersonColumns;

/** SQL of one person and of what was known before about persons and households. */
@Repository
class PersonStore {

    private static final String FIND = """
            select {columns} from households.person p where p.id = :id
            """.replace("{columns}", HouseholdRows.PERSON);

    private static final String MEMBERS = """
            select {columns} from households.person p
            where p.household_id = :householdId and p.registered_to is null
            order by (p.relation = 'head') desc, p.birth_date nulls last, p.sort_key, p.id
            """.replace("{columns}", HouseholdRows.PERSON);

    private static final String INSERT = """
            insert into households.person (id, household_id, village_id, full_name, name_key, given_key, sort_key, birth_date,
                birth_precision, sex, relation, residence, cccd_cipher, cccd_hash, cccd_mask, phone_cipher, phone_hash,
                phone_mask, attributes, registered_from, here_from)
            values (:id, :householdId, :villageId, :fullName, :nameKey, :givenKey, :sortKey, :birthDate,
                :birthPrecision, :sex, :relation, :residence, :cccdCipher::bytea, :cccdHash::bytea, :cccdMask,
                :phoneCipher::bytea, :phoneHash::bytea, :phoneMask, :attributes::jsonb, :from, :from)
            """;

    private static final String REWRITE = """
            update households.person
            set full_name = :fullName, name_key = :nameKey, given_key = :givenKey, sort_key = :sortKey,
                birth_date = :birthDate, birth_precision = :birthPrecision, sex = :sex,
                cccd_cipher = :cccdCipher::bytea, cccd_hash = :cccdHash::bytea, cccd_mask = :cccdMask,
                phone_cipher = :phoneCipher::bytea, phone_hash = :phoneHash::bytea, phone_mask = :phoneMask
            where id = :id
            """;

    private static final String UPDATE = """
            update households.person
            set household_id = :householdId, village_id = :villageId, relation = :relation, residence = :residence,
                attributes = :attributes::jsonb, here_from = :hereFrom, registered_to = :registeredTo,
                end_reason = :endReason, version = version + 1
            where id = :id and version = :version
            """;

    private static final String PAST_STAY = """
            insert into households.person_past_stay (person_id, household_id, village_id, residence, valid_from, valid_to)
            values (:id, :householdId, :villageId, :residence, :from, :to)
            """;

    private static final String PAST_ATTRIBUTE = """
            insert into households.past_attribute (subject_id, code, value, source, valid_from, valid_to)
            values (:subjectId, :code, :value, :source, :from, :to)
            """;

    private static final String SEALED = "select cccd_cipher, phone_cipher from households.person where id = :id";

    private static final String SAME_CCCD = """
            select exists (select 1 from households.person
                           where cccd_hash = :hash::bytea and registered_to is null and id <> :except)
            """;

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sealed numbers of a person. */
    @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
    record Sealed(byte @Nullable [] cccd, byte @Nullable [] phone) {}

    Optional<Person> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(HouseholdRows::person).optional();
    }

    /** Today's members, the head first, then by age. */
    List<Person> members(UUID householdId) {
        return jdbc.sql(MEMBERS)
                .param("householdId", householdId)
                .query(HouseholdRows::person)
                .list();
    }

    void insert(UUID id, Household household, NewPerson person, PersonColumns columns, LocalDate from) {
        own(jdbc.sql(INSERT), id, person, columns)
                .param("householdId", household.id())
                .param("villageId", household.villageId())
                .param("relation", person.relation().code())
                .param("residence", person.residence().code())
                .param("attributes", AttributeJson.write(person.attributes()))
                .param("from", from)
                .update();
    }

    /** Writes who the person is; {@link #update} writes where and how they live and counts the version. */
    void rewrite(UUID id, NewPerson person, PersonColumns columns) {
        own(jdbc.sql(REWRITE), id, person, columns).update();
    }

    /** Writes where and how the person lives and what is known; false when another change came first. */
    boolean update(Person person) {
        return jdbc.sql(UPDATE)
                        .param("id", person.id())
                        .param("version", person.version())
                        .param("householdId", person.householdId())
                        .param("villageId", person.villageId())
                        .param("relation", person.relation().code())
                        .param("residence", person.residence().code())
                        .param("attributes", AttributeJson.write(person.attributes()))
                        .param("hereFrom", person.hereFrom())
                        .param("registeredTo", person.registeredTo())
                        .param("endReason", person.endReason())
                        .update()
                == 1;
    }

    void insertPastStay(Person before, LocalDate to) {
        jdbc.sql(PAST_STAY)
                .param("id", before.id())
                .param("householdId", before.householdId())
                .param("villageId", before.villageId())
                .param("residence", before.residence().code())
                .param("from", before.hereFrom())
                .param("to", to)
                .update();
    }

    void insertPastAttribute(UUID subjectId, RegisterAttribute attribute, AttributeValue before, LocalDate to) {
        jdbc.sql(PAST_ATTRIBUTE)
                .param("subjectId", subjectId)
                .param("code", attribute.code())
                .param("value", before.value())
                .param("source", before.source().code())
                .param("from", before.from())
                .param("to", to)
                .update();
    }

    Sealed sealed(UUID id) {
        return jdbc.sql(SEALED)
                .param("id", id)
                .query((row, index) -> new Sealed(row.getBytes(1), row.getBytes(2)))
                .single();
    }

    /** True if somebody else is registered under the same number. */
    boolean isCccdOfAnother(String hash, UUID except) {
        return jdbc.sql(SAME_CCCD)
                .param("hash", hash)
                .param("except", except)
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    private static JdbcClient.StatementSpec own(
            JdbcClient.StatementSpec sql, UUID id, NewPerson person, PersonColumns columns) {
        NewPerson.Sex sex = person.sex();
        return sql.param("id", id)
                .param("fullName", person.fullName())
                .param("nameKey", columns.nameKey())
                .param("givenKey", columns.givenKey())
                .param("sortKey", columns.sortKey())
                .param("birthDate", columns.birthDate())
                .param("birthPrecision", columns.birthPrecision())
                .param("sex", sex == null ? null : sex.code())
                .param("cccdCipher", columns.cccdCipher())
                .param("cccdHash", columns.cccdHash())
                .param("cccdMask", columns.cccdMask())
                .param("phoneCipher", columns.phoneCipher())
                .param("phoneHash", columns.phoneHash())
                .param("phoneMask", columns.phoneMask());
    }
}
