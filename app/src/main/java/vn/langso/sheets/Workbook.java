package vn.langso.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;

/** The archive of a workbook: its parts as limited streams of XML events, and what it says about its sheets. */
final class Workbook implements AutoCloseable {

    /** A workbook with pictures on every row has fewer parts. */
    private static final int MOST_ENTRIES = 10_000;

    /** Lists of a million rows shrink 10 to 60 times; deflate can shrink 1032 times. */
    private static final int MOST_RATIO = 200;

    private static final long SMALL_BYTES = 50L << 20;
    private static final long MOST_BYTES = 6L << 30;

    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final AtomicLong unpacked;

    private boolean from1904;
    private String sheetName = "";
    private String sheetPart = "";
    private final List<String> otherSheets = new ArrayList<>();

    private Workbook(ZipFile zip, AtomicLong unpacked) {
        this.zip = zip;
        this.unpacked = unpacked;
    }

    /** Something that walks through the events of one part. */
    interface Part {
        void read(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    static Workbook open(SheetSource file, AtomicLong unpacked) throws IOException {
        SeekableByteChannel content = file.open();
        ZipFile zip;
        try {
            zip = ZipFile.builder().setSeekableByteChannel(content).get();
        } catch (IOException e) {
            content.close();
            throw Problem.at("file", SheetProblem.DAMAGED).asException();
        }
        Workbook workbook = new Workbook(zip, unpacked);
        try {
            workbook.readFrame();
            return workbook;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    boolean from1904() {
        return from1904;
    }

    String sheetName() {
        return sheetName;
    }

    List<String> otherSheets() {
        return otherSheets;
    }

    /** What the archive says about the unpacked size of the sheet; for progress alone. */
    long sheetBytes() {
        ZipArchiveEntry entry = zip.getEntry(sheetPart);
        return entry == null ? 0 : Math.max(entry.getSize(), 0);
    }

    void readSheet(Part part) throws IOException {
        if (!read(sheetPart, part)) {
            throw Problem.at("file", SheetProblem.DAMAGED).asException();
        }
    }

    /** Reads a part of the archive; false when it has none of that name. Refuses DTDs, bombs and broken XML. */
    boolean read(String name, Part part) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return false;
        }
        long most = Math.max(SMALL_BYTES, entry.getCompressedSize() * MOST_RATIO);
        unpacked.set(0);
        try (InputStream in = new CountedInput(zip.getInputStream(entry), unpacked, Math.min(most, MOST_BYTES))) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            try {
                part.read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | java.util.zip.ZipException | java.io.EOFException e) {
            throw Problem.at("file", SheetProblem.DAMAGED).asException();
        }
        return true;
    }

    /** The first visible sheet, where it lies, and which calendar the workbook counts in. */
    private void readFrame() throws IOException {
        if (Collections.list(zip.getEntries()).size() > MOST_ENTRIES) {
            throw Problem.at("file", SheetProblem.BOMB).asException();
        }
        Map<String, String> targets = new HashMap<>();
        read(
                "xl/_rels/workbook.xml.rels",
                xml -> eachElement(xml, (name, x) -> {
                    if (name.equals("Relationship") && !"External".equals(x.getAttributeValue(null, "TargetMode"))) {
                        targets.put(text(x, "Id"), text(x, "Target"));
                    }
                }));
        boolean found = read(
                "xl/workbook.xml",
                xml -> eachElement(xml, (name, x) -> {
                    if (name.equals("workbookPr")) {
                        String value = x.getAttributeValue(null, "date1904");
                        from1904 = "1".equals(value) || "true".equals(value);
                    } else if (name.equals("sheet")) {
                        takeSheet(x, targets);
                    }
                }));
        if (!found) {
            throw Problem.at("file", SheetProblem.NOT_A_SHEET).asException();
        }
        if (sheetPart.isEmpty()) {
            throw Problem.at("file", SheetProblem.NO_SHEET).asException();
        }
    }

    private void takeSheet(XMLStreamReader xml, Map<String, String> targets) {
        String state = xml.getAttributeValue(null, "state");
        String target = targets.getOrDefault(relation(xml), "");
        if ((state != null && !state.equals("visible"))
                || !target.contains("sheets/")
                || target.contains("chartsheets/")) {
            return;
        }
        if (sheetPart.isEmpty()) {
            sheetName = text(xml, "name");
            sheetPart = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        } else {
            otherSheets.add(text(xml, "name"));
        }
    }

    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String text(XMLStreamReader xml, String attribute) {
        @Nullable String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    private interface ElementSink {
        void element(String name, XMLStreamReader xml);
    }

    private static void eachElement(XMLStreamReader xml, ElementSink sink) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = next(xml);
            if (event == XMLStreamReader.START_ELEMENT) {
                sink.element(xml.getLocalName(), xml);
            }
        }
    }

    /** The next event; workbooks have no DTD, so one is there to do harm. */
    static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
            throw Problem.at("file", SheetProblem.DAMAGED).asException();
        }
        return event;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
