package vn.langso.households;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.households.keys.PersonName;

/** SQL of one household. */
@Repository
class HouseholdStore {

    private static final String FIND = """
            select {columns} from households.household h where h.id = :id
            """.replace("{columns}", HouseholdRows.HOUSEHOLD);

    private static final String LOCK = """
            select {columns} from households.household h where h.id = any (:ids::uuid[]) order by h.id for update
            """.replace("{columns}", HouseholdRows.HOUSEHOLD);

    private static final String BY_NUMBER = """
            select {columns} from households.household h
            where h.village_id = :villageId and h.number_key = :numberKey and h.registered_to is null
            """.replace("{columns}", HouseholdRows.HOUSEHOLD);

    private static final String UPDATE = """
            update households.household
            set village_id = :villageId, number = :number, number_key = :numberKey, head_id = :headId, head_name = :headName,
                sort_key = :sortKey, lane = :lane, address = :address, address_key = :addressKey,
                member_count = :memberCount, attributes = :attributes::jsonb, here_from = :hereFrom,
                registered_to = :registeredTo, end_reason = :endReason, version = version + 1
            where id = :id and version = :version
            """;

    private static final String PAST_STAY = """
            insert into households.household_past_stay (household_id, village_id, valid_from, valid_to)
            values (:id, :villageId, :from, :to)
            """;

    private final JdbcClient jdbc;

    HouseholdStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Household> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(HouseholdRows::household).optional();
    }

    /** Locks the households until the transaction ends, always in the same order. */
    List<Household> lock(UUID... ids) {
        return jdbc.sql(LOCK).param("ids", ids).query(HouseholdRows::household).list();
    }

    Optional<Household> byNumber(UUID villageId, String number) {
        return jdbc.sql(BY_NUMBER)
                .param("villageId", villageId)
                .param("numberKey", RegisterColumns.numberKey(number))
                .query(HouseholdRows::household)
                .optional();
    }

    /** Writes all that may change; false when another change came first. */
    boolean update(Household household) {
        return jdbc.sql(UPDATE)
                        .param("id", household.id())
                        .param("version", household.version())
                        .param("villageId", household.villageId())
                        .param("number", household.number())
                        .param("numberKey", RegisterColumns.numberKey(household.number()))
                        .param("headId", household.headId())
                        .param("headName", household.headName())
                        .param(
                                "sortKey",
                                household.headName().isEmpty() ? "" : PersonName.sortKey(household.headName()))
                        .param("lane", household.lane())
                        .param("address", household.address())
                        .param("addressKey", PersonName.key(household.address() + " " + household.lane()))
                        .param("memberCount", household.memberCount())
                        .param("attributes", AttributeJson.write(household.attributes()))
                        .param("hereFrom", household.hereFrom())
                        .param("registeredTo", household.registeredTo())
                        .param("endReason", household.endReason())
                        .update()
                == 1;
    }

    void insertPastStay(UUID id, UUID villageId, LocalDate from, LocalDate to) {
        jdbc.sql(PAST_STAY)
                .param("id", id)
                .param("villageId", villageId)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
