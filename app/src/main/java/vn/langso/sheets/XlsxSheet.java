package vn.langso.sheets;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The first visible sheet of a workbook (ECMA-376), read as a stream of XML events. */
final class XlsxSheet implements Sheet {

    private final SheetSource file;
    private final AtomicLong position = new AtomicLong();
    private final long size;

    XlsxSheet(SheetSource file) throws IOException {
        this.file = file;
        try (Workbook workbook = Workbook.open(file, new AtomicLong())) {
            this.size = workbook.sheetBytes();
        }
    }

    @Override
    public long position() {
        return position.get();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public SheetFacts read(RowSink sink) throws IOException {
        try (Workbook workbook = Workbook.open(file, position);
                SharedStrings strings = new SharedStrings()) {
            ExcelDates dates = new ExcelDates();
            workbook.read("xl/styles.xml", dates::read);
            workbook.read("xl/sharedStrings.xml", xml -> readStrings(xml, strings));
            strings.seal();
            XlsxRows rows = new XlsxRows(sink, strings, dates, workbook.from1904());
            workbook.readSheet(rows::read);
            return rows.facts(workbook.sheetName(), workbook.otherSheets());
        }
    }

    private static void readStrings(XMLStreamReader xml, SharedStrings strings) throws XMLStreamException, IOException {
        XlsxText text = new XlsxText();
        while (xml.hasNext()) {
            if (Workbook.next(xml) == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(text.read(xml, "si"));
            }
        }
    }
}
