package vn.langso.households.rows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;

/**
 * Which register column each column of the sheet is.
 *
 * @param columns codes of {@link ImportColumn}, "" for columns that are left out
 * @param villageId the village of all rows when no column names it; else null
 */
public record Mapping(List<String> columns, @Nullable UUID villageId) {

    /** Where each meaning stands in the sheet. */
    public Map<ImportColumn, Integer> positions() {
        Map<ImportColumn, Integer> positions = new EnumMap<>(ImportColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            ImportColumn.ofCode(columns.get(i)).ifPresent(column -> positions.put(column, at));
        }
        return positions;
    }

    /** What is still missing or doubled. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Map<ImportColumn, Integer> seen = positions();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            ImportColumn.ofCode(columns.get(i))
                    .filter(column -> seen.getOrDefault(column, at) != at)
                    .ifPresent(column ->
                            problems.add(Problem.at("column-" + at, ImportProblem.COLUMN_TWICE, column.labelKey())));
        }
        for (ImportColumn needed : List.of(ImportColumn.FULL_NAME, ImportColumn.NUMBER)) {
            if (!seen.containsKey(needed)) {
                problems.add(Problem.at("column-0", ImportProblem.COLUMN_NEEDED, needed.labelKey()));
            }
        }
        if (villageId == null && !seen.containsKey(ImportColumn.VILLAGE)) {
            problems.add(Problem.at("village", ImportProblem.COLUMN_NEEDED, ImportColumn.VILLAGE.labelKey()));
        }
        return problems;
    }

    /** What is asked on the mapping page: the columns, the village of sheets without one, the day that the figures stand for. */
    public record Choice(Mapping mapping, LocalDate asOf) {}
}
