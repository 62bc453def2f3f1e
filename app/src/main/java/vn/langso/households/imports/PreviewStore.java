package vn.langso.households.imports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.households.rows.RowProblem;

/** Shows prepared rows: some of each class, and all that have problems. */
@Repository
class PreviewStore {

    private static final String OF_CLASS = """
            select r.row_no, r.number, r.number_key, r.village_id, r.full_name, r.birth_date, r.birth_precision, r.relation,
                   r.cccd_mask, h.number as register_number, p.full_name as old_name, r.problems, r.raw
            from households.import_match m
            join households.import_row r on r.import_id = :import and r.row_no = m.row_no
            left join households.import_household h on h.import_id = :import and h.household_id = m.household_id
            left join households.person p on p.id = m.person_id and m.class = 'CHANGED'
            where m.import_id = :import and m.class = :class and m.row_no > :after
            order by m.row_no
            limit :limit
            """;

    private static final String WITH_PROBLEMS = """
            select r.row_no, r.number, r.number_key, r.village_id, r.full_name, r.birth_date, r.birth_precision, r.relation,
                   r.cccd_mask, null as register_number, null as old_name, r.problems, r.raw
            from households.import_row r
            where r.import_id = :import and r.has_error = :error and r.problems is not null and r.row_no > :after
            order by r.row_no
            limit :limit
            """;

    private static final String PROBLEMS = """
            select row_no, problems from households.import_row
            where import_id = :import and problems is not null and row_no > :after
            order by row_no
            limit :limit
            """;

    private static final TypeReference<List<RowProblem>> LIST = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PreviewStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One prepared row as it is shown; a row with problems of its own shows its cells instead. */
    record Shown(
            int number,
            @Nullable UUID villageId,
            String household,
            String fullName,
            @Nullable LocalDate birthDate,
            @Nullable String birthPrecision,
            String relation,
            String cccd,
            @Nullable String oldName,
            List<RowProblem> problems,
            List<String> raw) {}

    List<Shown> ofClass(UUID importId, String rowClass, int after, int limit) {
        return jdbc.sql(OF_CLASS)
                .param("import", importId)
                .param("class", rowClass)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> map(row))
                .list();
    }

    List<Shown> withProblems(UUID importId, boolean error, int after, int limit) {
        return jdbc.sql(WITH_PROBLEMS)
                .param("import", importId)
                .param("error", error)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> map(row))
                .list();
    }

    /** Problems by row number, of rows after this one, at most so many rows. */
    SortedMap<Integer, List<RowProblem>> problems(UUID importId, int after, int limit) {
        SortedMap<Integer, List<RowProblem>> found = new TreeMap<>();
        jdbc.sql(PROBLEMS)
                .param("import", importId)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> Map.entry(row.getInt(1), json.readValue(row.getString(2), LIST)))
                .list()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private Shown map(ResultSet row) throws SQLException {
        String problems = row.getString("problems");
        Array raw = row.getArray("raw");
        String number =
                row.getString("register_number") == null ? row.getString("number") : row.getString("register_number");
        return new Shown(
                row.getInt("row_no"),
                row.getObject("village_id", UUID.class),
                number == null ? text(row.getString("number_key")) : number,
                text(row.getString("full_name")),
                row.getObject("birth_date", LocalDate.class),
                row.getString("birth_precision"),
                text(row.getString("relation")),
                text(row.getString("cccd_mask")),
                row.getString("old_name"),
                problems == null ? List.of() : json.readValue(problems, LIST),
                raw == null ? List.of() : List.of((String[]) raw.getArray()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
