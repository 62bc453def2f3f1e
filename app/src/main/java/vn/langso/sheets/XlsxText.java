package vn.langso.sheets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Gathers the text of a cell: its runs in order, without reading aids, bounded. */
final class XlsxText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final StringBuilder text = new StringBuilder(64);

    /** The text within the element that the reader stands on; afterwards the reader stands on its end. */
    String read(XMLStreamReader xml, String element) throws XMLStreamException {
        text.setLength(0);
        boolean taken = element.equals("v");
        int aids = 0;
        while (xml.hasNext()) {
            switch (Workbook.next(xml)) {
                case XMLStreamReader.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    aids += name.equals("rPh") ? 1 : 0;
                    taken = aids == 0 && name.equals("t");
                }
                case XMLStreamReader.END_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (name.equals(element)) {
                        return finished();
                    }
                    aids -= name.equals("rPh") ? 1 : 0;
                    taken = false;
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                    if (taken) {
                        append(xml);
                    }
                }
                default -> {}
            }
        }
        return finished();
    }

    private void append(XMLStreamReader xml) {
        int room = Sheet.LONGEST_CELL + 1 - text.length();
        if (room > 0) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
        }
    }

    private String finished() {
        if (text.length() > Sheet.LONGEST_CELL) {
            return Cells.TOO_LONG;
        }
        String whole = text.toString();
        if (whole.indexOf("_x") < 0) {
            return whole;
        }
        // Signs that XML cannot hold are written _x000D_ (ECMA-376 part 1, 22.9.2.19); as text they are spaces.
        Matcher matcher = ESCAPED.matcher(whole);
        return matcher.replaceAll(match -> {
            char sign = (char) Integer.parseInt(match.group(1), 16);
            return Matcher.quoteReplacement(Character.isISOControl(sign) ? " " : String.valueOf(sign));
        });
    }
}
