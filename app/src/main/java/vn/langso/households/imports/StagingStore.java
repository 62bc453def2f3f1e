package vn.langso.households.imports;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.households.CopyRows;
import vn.langso.households.NewPerson;
import vn.langso.households.RegisterColumns.PersonColumns;
import vn.langso.households.rows.StagedRow;
import vn.langso.kernel.Ids;

/** Streams prepared rows into their table. */
@Repository
class StagingStore {

    private static final String COPY = """
            copy households.import_row (import_id, row_no, has_error, problems, raw, village_id, number_key,
                new_household_id, number, lane, address, address_key, household_attributes, new_person_id, identity,
                full_name, name_key, given_key, sort_key, birth_date, birth_precision, sex, relation, residence,
                cccd_cipher, cccd_hash, cccd_mask, phone_cipher, phone_hash, phone_mask, attributes) from stdin
            """;

    private static final List<String> CLEAR = List.of(
            "delete from households.import_match where import_id = :import",
            "delete from households.import_household where import_id = :import",
            "delete from households.import_row where import_id = :import");

    /** Rows with problems stay for the sheet that is downloaded to correct them. */
    private static final List<String> TIDY = List.of(
            "delete from households.import_match where import_id = :import",
            "delete from households.import_household where import_id = :import",
            "delete from households.import_row where import_id = :import and problems is null");

    private static final String COUNT = "select count(*) from households.import_row where import_id = :import";

    private static final String ANALYZE = "analyze households.import_row";

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final JsonMapper json;

    StagingStore(JdbcClient jdbc, DataSource dataSource, JsonMapper json) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.json = json;
    }

    /** Opens the stream in the running transaction. Nothing else may use the connection until it is closed. */
    CopyRows open() {
        return new CopyRows(dataSource, COPY);
    }

    void write(CopyRows copy, UUID importId, StagedRow row) {
        boolean error = row.hasError();
        copy.add(importId)
                .add(row.number)
                .add(error)
                .add(row.problems.isEmpty() ? null : json.writeValueAsString(row.problems))
                .add(row.problems.isEmpty() ? null : array(row.raw));
        PersonColumns columns = row.columns;
        NewPerson person = row.person;
        if (error || columns == null || person == null) {
            for (int i = 0; i < 26; i++) {
                copy.add(null);
            }
        } else {
            household(copy, row);
            copy.add(Ids.next()).add(row.identity).add(person.fullName());
            person(copy, row, person, columns);
        }
        copy.endRow();
    }

    private static void household(CopyRows copy, StagedRow row) {
        copy.add(row.villageId).add(row.numberKey);
        StagedRow.Household household = row.household;
        if (household == null) {
            copy.add(null).add(null).add(null).add(null).add(null).add(null);
        } else {
            copy.add(Ids.next())
                    .add(household.number())
                    .add(household.lane())
                    .add(household.address())
                    .add(household.addressKey())
                    .add(household.attributes());
        }
    }

    private static void person(CopyRows copy, StagedRow row, NewPerson person, PersonColumns columns) {
        NewPerson.Sex sex = person.sex();
        copy.add(columns.nameKey())
                .add(columns.givenKey())
                .add(columns.sortKey())
                .add(columns.birthDate())
                .add(columns.birthPrecision())
                .add(sex == null ? null : sex.code())
                .add(row.hasRelation ? person.relation().code() : null)
                .add(row.hasResidence ? person.residence().code() : null)
                .add(columns.cccdCipher())
                .add(columns.cccdHash())
                .add(columns.cccdMask())
                .add(columns.phoneCipher())
                .add(columns.phoneHash())
                .add(columns.phoneMask())
                .add(row.attributes);
    }

    /** Forgets what was prepared for an import. */
    void clear(UUID importId) {
        CLEAR.forEach(sql -> jdbc.sql(sql).param("import", importId).update());
    }

    /** Forgets what a written import no longer needs. */
    void tidy(UUID importId) {
        TIDY.forEach(sql -> jdbc.sql(sql).param("import", importId).update());
    }

    long count(UUID importId) {
        return jdbc.sql(COUNT).param("import", importId).query(Long.class).single();
    }

    /** The set statements that follow need to know how many rows there are. */
    void analyze() {
        jdbc.sql(ANALYZE).update();
    }

    private static String array(List<String> cells) {
        StringBuilder array = new StringBuilder("{");
        for (String cell : cells) {
            array.append(array.length() > 1 ? ",\"" : "\"");
            array.append(cell.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return array.append('}').toString();
    }
}
