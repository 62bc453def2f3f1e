package vn.langso.households.figures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Who is of working age on a day: from 15 years up to the retirement age, which rises by a yearly table.
 *
 * <p>Source: Labour Code 45/2019/QH14, art. 3 cl. 1 and art. 169 cl. 2, in force 01/01/2021; the table is data, see
 * {@code households/working-age.csv}.
 */
final class WorkingAge {

    static final int FROM_YEARS = 15;

    private static final Pattern COMMA = Pattern.compile(",");
    private static final NavigableMap<Integer, Months> TABLE = table();

    private WorkingAge() {}

    private record Months(int men, int women) {}

    /**
     * Born on these days, ends included, one is of working age.
     *
     * @param earliestMan oldest man: he has not yet reached retirement age
     * @param earliestWoman oldest woman
     * @param latest youngest of both
     */
    record Born(LocalDate earliestMan, LocalDate earliestWoman, LocalDate latest) {}

    static Born on(LocalDate day) {
        Months months = TABLE.headMap(Math.max(day.getYear(), TABLE.firstKey()), true)
                .lastEntry()
                .getValue();
        return new Born(
                day.minusMonths(months.men()).plusDays(1),
                day.minusMonths(months.women()).plusDays(1),
                day.minusYears(FROM_YEARS));
    }

    private static NavigableMap<Integer, Months> table() {
        NavigableMap<Integer, Months> table = new TreeMap<>();
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WorkingAge.class.getResourceAsStream("/households/working-age.csv")),
                StandardCharsets.UTF_8))) {
            for (String row : rows.lines().toList()) {
                if (!row.isEmpty() && Character.isDigit(row.charAt(0))) {
                    List<Integer> cells =
                            COMMA.splitAsStream(row).map(Integer::valueOf).toList();
                    table.put(cells.get(0), new Months(cells.get(1), cells.get(2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
