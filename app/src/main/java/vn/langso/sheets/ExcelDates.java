package vn.langso.sheets;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/** Tells which styles of a workbook show dates, and turns their day numbers into days. */
public final class ExcelDates {

    /** Built-in formats that show a day (ECMA-376 part 1, 18.8.30); times without a day are not among them. */
    private static final BitSet BUILT_IN = new BitSet();

    private static final Pattern NO_LETTERS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.");
    private static final Pattern DAY_OR_YEAR = Pattern.compile("[dDyY]");

    /** 31/12/9999, the last day that Excel knows. */
    private static final int LAST_SERIAL = 2_958_465;

    private static final int DAYS_FROM_1900_TO_1904 = 1462;

    private final BitSet dateStyles = new BitSet();

    static {
        BUILT_IN.set(14, 18);
        BUILT_IN.set(22);
        BUILT_IN.set(27, 37);
        BUILT_IN.set(50, 59);
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        Map<Integer, Boolean> own = new HashMap<>();
        boolean inCells = false;
        int style = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        own.put(number(xml, "numFmtId"), showsDay(xml.getAttributeValue(null, "formatCode")));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        int format = number(xml, "numFmtId");
                        if (inCells) {
                            dateStyles.set(style++, own.getOrDefault(format, BUILT_IN.get(Math.max(format, 0))));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                return;
            }
        }
    }

    boolean isDate(int style) {
        return style >= 0 && dateStyles.get(style);
    }

    /** The day of a number such as 31371 or 31371.75; empty outside of Excel's years. */
    public static Optional<LocalDate> day(String serial, boolean from1904) {
        try {
            int days = (int) Double.parseDouble(serial) + (from1904 ? DAYS_FROM_1900_TO_1904 : 0);
            if (days < 1 || days > LAST_SERIAL) {
                return Optional.empty();
            }
            // Excel counts a 29/02/1900 that never was; from there on its numbers are one ahead.
            return Optional.of(LocalDate.of(1899, 12, 31).plusDays(days < 60 ? days : days - 1));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        try {
            return value == null ? -1 : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean showsDay(@Nullable String code) {
        return code != null
                && DAY_OR_YEAR.matcher(NO_LETTERS.matcher(code).replaceAll("")).find();
    }
}
