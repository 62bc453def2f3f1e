package vn.langso.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;

/** Turns the events of one worksheet into rows of texts: dates as 20/11/1985, numbers plain, errors and empty formulas marked. */
final class XlsxRows {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Numbers with more digits than this are not written out: "1E999999999" would fill the memory. */
    private static final int MOST_DIGITS = 40;

    private final RowSink sink;
    private final SharedStrings strings;
    private final ExcelDates dates;
    private final boolean from1904;
    private final XlsxText text = new XlsxText();

    private final String[] cells = new String[Sheet.MOST_COLUMNS];
    private int width;
    private int widest;
    private boolean filled;

    private int rows;
    private int emptyRows;
    private int formulas;
    private int formulasWithoutValue;
    private int merged;

    XlsxRows(RowSink sink, SharedStrings strings, ExcelDates dates, boolean from1904) {
        this.sink = sink;
        this.strings = strings;
        this.dates = dates;
        this.from1904 = from1904;
    }

    SheetFacts facts(String sheetName, List<String> otherSheets) {
        return new SheetFacts(
                rows,
                emptyRows,
                formulas,
                formulasWithoutValue,
                merged,
                "",
                ' ',
                sheetName,
                List.copyOf(otherSheets),
                false);
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        int number = 0;
        boolean go = true;
        while (go && xml.hasNext()) {
            int event = Workbook.next(xml);
            if (event == XMLStreamReader.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("row")) {
                    int next = numberOf(xml, number + 1);
                    emptyRows += rows > 0 ? Math.max(next - number - 1, 0) : 0;
                    number = next;
                    go = readRow(xml, number);
                } else if (name.equals("mergeCell")) {
                    merged++;
                }
            }
        }
    }

    private boolean readRow(XMLStreamReader xml, int number) throws XMLStreamException {
        width = 0;
        filled = false;
        int column = -1;
        while (xml.hasNext()) {
            int event = Workbook.next(xml);
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                column = columnOf(xml.getAttributeValue(null, "r"), column + 1);
                take(column, cell(xml));
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                break;
            }
        }
        if (!filled) {
            emptyRows += rows > 0 ? 1 : 0;
            return true;
        }
        rows++;
        if (number > Sheet.MOST_ROWS) {
            throw Problem.at("file", SheetProblem.TOO_MANY_ROWS, Sheet.MOST_ROWS)
                    .asException();
        }
        widest = Math.max(widest, width);
        Arrays.fill(cells, width, widest, "");
        return sink.row(number, cells, width);
    }

    private void take(int column, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (column >= Sheet.MOST_COLUMNS) {
            throw Problem.at("file", SheetProblem.TOO_MANY_COLUMNS, Sheet.MOST_COLUMNS)
                    .asException();
        }
        for (int i = width; i < column; i++) {
            cells[i] = "";
        }
        cells[column] = value;
        width = Math.max(width, column + 1);
        filled |= !value.isBlank();
    }

    private String cell(XMLStreamReader xml) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        boolean formula = false;
        String value = null;
        while (xml.hasNext()) {
            int event = Workbook.next(xml);
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = text.read(xml, "v");
                    case "is" -> value = text.read(xml, "is");
                    case "f" -> formula = true;
                    default -> {}
                }
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("c")) {
                break;
            }
        }
        if (formula) {
            boolean without = value == null || (value.isEmpty() && !"str".equals(type));
            formulasWithoutValue += without ? 1 : 0;
            formulas += without ? 0 : 1;
            if (without) {
                return Cells.FORMULA_WITHOUT_VALUE;
            }
        }
        return value == null ? "" : meaning(type, style, value);
    }

    private String meaning(@Nullable String type, @Nullable String style, String value) {
        return switch (type == null ? "n" : type) {
            case "s" -> {
                String shared = strings.get(integer(value, -1));
                yield shared == null ? Cells.ERROR : shared;
            }
            case "inlineStr", "str" -> value;
            case "b" -> value.equals("1") ? "1" : "0";
            case "e" -> Cells.ERROR;
            case "d" -> value.length() >= 10 ? value.substring(0, 10) : value;
            default -> numeric(style, value);
        };
    }

    private String numeric(@Nullable String style, String value) {
        if (style != null && dates.isDate(integer(style, -1))) {
            return ExcelDates.day(value, from1904).map(XlsxRows::written).orElseGet(() -> plain(value));
        }
        return plain(value);
    }

    private static String written(LocalDate day) {
        return DATE.format(day);
    }

    private static String plain(String value) {
        boolean digits = true;
        for (int i = 0; i < value.length(); i++) {
            digits &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        if (digits || value.length() > MOST_DIGITS) {
            return value;
        }
        try {
            BigDecimal number = new BigDecimal(value.strip()).stripTrailingZeros();
            return Math.abs(number.scale()) > MOST_DIGITS ? value : number.toPlainString();
        } catch (NumberFormatException | ArithmeticException e) {
            return value;
        }
    }

    private static int numberOf(XMLStreamReader xml, int next) {
        String r = xml.getAttributeValue(null, "r");
        int number = r == null ? next : integer(r, next);
        return Math.max(number, next);
    }

    /** 27 for AB12, counted from 0; the next column when the cell does not say. */
    private static int columnOf(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            char sign = reference.charAt(i);
            if (sign < 'A' || sign > 'Z') {
                break;
            }
            column = column * 26 + sign - 'A' + 1;
        }
        return column == 0 ? next : column - 1;
    }

    private static int integer(String digits, int otherwise) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
