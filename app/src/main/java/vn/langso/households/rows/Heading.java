package vn.langso.households.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import vn.langso.kernel.Folding;
import vn.langso.kernel.Problem;
import vn.langso.sheets.Cells;
import vn.langso.sheets.Sheet;

/**
 * The heading of a sheet: one row, or two of which the upper names groups of columns.
 *
 * @param lastRow number of its last row; data begin after it
 * @param labels one per column, "" where there is none
 * @param firstRows some rows of data, for the mapping page
 */
public record Heading(int lastRow, List<String> labels, List<List<String>> firstRows) {

    /** Titles, names of authorities and dates stand above; a heading further down was never seen. */
    private static final int LOOKED_AT = 25;

    private static final Pattern NUMBER = Pattern.compile("(\\d{3})\\d{3,}(\\d{3})");

    private static final int SHOWN = 3;
    private static final int LONGEST_LABEL = 120;

    private record Line(int number, List<String> cells) {

        /** The examples are kept with the import: what may be an identity or phone number is not among them whole. */
        List<String> masked() {
            return cells.stream()
                    .map(cell -> NUMBER.matcher(cell).replaceAll("$1******$2"))
                    .toList();
        }

        String at(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** Finds the heading; refuses {@code HHI-001} when no row names at least two known columns, {@code HHI-002} without data below. */
    public static Heading of(Sheet sheet) throws IOException {
        List<Line> lines = new ArrayList<>();
        sheet.read((number, cells, width) -> {
            List<String> line = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                line.add(Cells.isBroken(cells[i]) ? "" : Folding.clean(cells[i]));
            }
            lines.add(new Line(number, line));
            return lines.size() < LOOKED_AT + SHOWN;
        });
        int best = -1;
        int most = 1;
        boolean two = false;
        for (int i = 0; i < Math.min(lines.size(), LOOKED_AT); i++) {
            int alone = known(labels(lines, i, false)).size();
            if (alone > most) {
                best = i;
                most = alone;
                two = false;
            }
            boolean couldBeTwo = i > 0 && alone > 0;
            int together = couldBeTwo ? known(labels(lines, i, true)).size() : 0;
            if (together > most) {
                best = i;
                most = together;
                two = true;
            }
        }
        if (best < 0) {
            throw Problem.at("file", ImportProblem.NO_HEADING).asException();
        }
        List<Line> data = lines.subList(best + 1, lines.size());
        if (data.isEmpty()) {
            throw Problem.at("file", ImportProblem.NO_ROWS).asException();
        }
        return new Heading(
                lines.get(best).number(),
                labels(lines, best, two),
                data.stream().limit(SHOWN).map(Line::masked).toList());
    }

    /** The same for sheets with the same columns in the same order. */
    public String fingerprint() {
        String folded = String.join("\n", labels.stream().map(Folding::fold).toList());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(folded.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the labels suggest; each meaning once, at its first column. */
    public List<String> guess() {
        Set<ImportColumn> taken = EnumSet.noneOf(ImportColumn.class);
        return labels.stream()
                .map(label -> ImportColumn.ofHeading(label)
                        .filter(taken::add)
                        .map(ImportColumn::code)
                        .orElse(""))
                .toList();
    }

    /** The labels of a row; where it has none (merged downwards) or is one of two, those of the row above fill in. */
    private static List<String> labels(List<Line> lines, int at, boolean withAbove) {
        Line line = lines.get(at);
        int width = withAbove
                ? Math.max(line.cells().size(), lines.get(at - 1).cells().size())
                : line.cells().size();
        String[] labels = new String[width];
        for (int i = 0; i < width; i++) {
            String own = line.at(i);
            String label = own.isEmpty() && withAbove ? lines.get(at - 1).at(i) : own;
            labels[i] = label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
        }
        return Arrays.asList(labels);
    }

    private static Set<ImportColumn> known(List<String> labels) {
        Set<ImportColumn> known = EnumSet.noneOf(ImportColumn.class);
        labels.forEach(label -> ImportColumn.ofHeading(label).ifPresent(known::add));
        return known;
    }
}
