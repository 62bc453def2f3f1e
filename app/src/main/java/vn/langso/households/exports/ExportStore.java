package vn.langso.households.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the register in the order of an export: a village at a time, by household number. */
@Repository
class ExportStore {

    private static final String HOUSEHOLDS = """
            select id, number, number_key, lane, address, attributes
            from households.household
            where village_id = :village and registered_to is null and number_key > :after
              and case :filter
                    when 'without-internet' then coalesce(attributes #>> '{internet,0}', '') <> 'yes'
                    when 'without-smartphone' then coalesce(attributes #>> '{smartphone,0}', '') <> 'yes'
                    when 'without-address-code' then coalesce(attributes #>> '{address-code,0}', '') = ''
                    when 'poor' then attributes #>> '{poverty,0}' = 'poor'
                    when 'near-poor' then attributes #>> '{poverty,0}' = 'near-poor'
                    else true end
            order by number_key
            limit :limit
            """;

    private static final String PERSONS = """
            select id, household_id, full_name, birth_date, birth_precision, sex, relation, residence, cccd_mask,
                   encode(cccd_cipher, 'hex') as cccd_cipher,
                   phone_mask, encode(phone_cipher, 'hex') as phone_cipher, attributes
            from households.person
            where household_id = any (:households) and registered_to is null
            order by household_id, relation <> 'head', birth_date nulls last, id
            """;

    private static final TypeReference<Map<String, List<String>>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ExportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Attributes: code, then value, day and source. */
    record HouseholdRow(
            UUID id,
            String number,
            String numberKey,
            String lane,
            String address,
            Map<String, List<String>> attributes) {}

    record PersonRow(
            UUID id,
            UUID householdId,
            String fullName,
            @Nullable LocalDate birthDate,
            @Nullable String birthPrecision,
            String sex,
            String relation,
            String residence,
            SealedNumber cccd,
            SealedNumber phone,
            Map<String, List<String>> attributes) {}

    /** A number as it is masked and, in hexadecimal, as it is sealed; null when there is none. */
    record SealedNumber(@Nullable String mask, @Nullable String cipher) {}

    List<HouseholdRow> households(UUID village, String filter, String after, int limit) {
        return jdbc.sql(HOUSEHOLDS)
                .param("village", village)
                .param("filter", filter)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> new HouseholdRow(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("number_key"),
                        row.getString("lane"),
                        row.getString("address"),
                        json.readValue(row.getString("attributes"), ATTRIBUTES)))
                .list();
    }

    List<PersonRow> persons(Collection<UUID> households) {
        return jdbc.sql(PERSONS)
                .param("households", households.toArray(UUID[]::new))
                .query((row, index) -> person(row))
                .list();
    }

    private PersonRow person(ResultSet row) throws SQLException {
        String sex = row.getString("sex");
        return new PersonRow(
                row.getObject("id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getString("full_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("birth_precision"),
                sex == null ? "" : sex,
                row.getString("relation"),
                row.getString("residence"),
                new SealedNumber(row.getString("cccd_mask"), row.getString("cccd_cipher")),
                new SealedNumber(row.getString("phone_mask"), row.getString("phone_cipher")),
                json.readValue(row.getString("attributes"), ATTRIBUTES));
    }
}
