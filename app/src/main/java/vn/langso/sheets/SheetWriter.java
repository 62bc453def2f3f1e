package vn.langso.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a sheet row by row, never holding more than some hundred rows. Every cell is text: leading zeros stay, and nothing that a cell
 * begins with makes a program compute it.
 */
public final class SheetWriter implements AutoCloseable {

    /** Spreadsheet programs take a cell of a text file that begins so for a formula. */
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private static final int FLUSH_ROWS = 200;
    private static final double COLUMN_WIDTH = 18;

    private final Target target;

    private SheetWriter(Target target) {
        this.target = target;
    }

    private interface Target extends AutoCloseable {
        void row(List<String> cells) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** UTF-8 with its mark, so that Excel reads it rightly, and separated as Vietnamese Excel expects. */
    public static SheetWriter csv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        return new SheetWriter(
                new Csv(writer, CsvWriter.builder().fieldSeparator(';').build(writer)));
    }

    /** Further rows of a text file, without the mark: the rest of one that was written in part. */
    public static SheetWriter csvRest(OutputStream out) {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        return new SheetWriter(
                new Csv(writer, CsvWriter.builder().fieldSeparator(';').build(writer)));
    }

    public static SheetWriter xlsx(OutputStream out, String sheetName) {
        return new SheetWriter(new Xlsx(out, sheetName));
    }

    public void row(List<String> cells) throws IOException {
        target.row(cells);
    }

    /** Ends the sheet; the stream given stays open. */
    @Override
    public void close() throws IOException {
        target.close();
    }

    /** A text that no program takes for a formula; {@link #unguarded} takes the guard off again. */
    static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA_SIGNS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** The cell as it was before a text file guarded it. */
    public static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA_SIGNS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private record Csv(Writer writer, CsvWriter csv) implements Target {

        @Override
        public void row(List<String> cells) {
            csv.writeRecord(cells.stream().map(SheetWriter::guarded).toList());
        }

        @Override
        public void close() throws IOException {
            csv.flush();
            writer.flush();
        }
    }

    private static final class Xlsx implements Target {

        private final Workbook workbook;
        private final Worksheet sheet;
        private int rows;

        Xlsx(OutputStream out, String sheetName) {
            workbook = new Workbook(out, "LangSo", "1.0");
            sheet = workbook.newWorksheet(sheetName);
            sheet.freezePane(0, 1);
        }

        @Override
        public void row(List<String> cells) throws IOException {
            for (int i = 0; i < cells.size(); i++) {
                if (rows == 0) {
                    sheet.width(i, COLUMN_WIDTH);
                }
                if (!cells.get(i).isEmpty()) {
                    sheet.inlineString(rows, i, cells.get(i));
                }
            }
            if (++rows % FLUSH_ROWS == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
            workbook.finish();
        }
    }
}
