package vn.langso.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.langso.kernel.ProblemCode;
import vn.langso.kernel.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.langso.sheets.XlsxSamples.row;

class SheetTest {

    private static final String TEXT = "Họ và tên;Thôn\nNguyễn Thị Ngọc Ánh;Chí Phúc\nĐỗ Văn Đường;Ba Trò\n";

    @TempDir
    private Path folder;

    private SheetFacts facts = new SheetFacts(0, 0, 0, 0, 0, "", ' ', "", List.of(), false);

    private List<List<String>> read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("sheet"), bytes);
        List<List<String>> rows = new ArrayList<>();
        facts = Sheet.open(SheetSource.of(file)).read((number, cells, width) -> {
            rows.add(List.copyOf(Arrays.asList(cells).subList(0, width)));
            return true;
        });
        return rows;
    }

    private List<List<String>> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private ProblemCode refused(byte[] bytes) {
        return catchThrowableOfType(ProblemException.class, () -> read(bytes))
                .problems()
                .getFirst()
                .code();
    }

    // ---- what is no sheet

    @Test
    void emptyFileIsTold() {
        assertThat(refused(new byte[0])).isEqualTo(SheetProblem.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7\n1 0 obj",
                "\u0089PNG\r\n\u001a\n\u0000\u0000",
                "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF",
                "MZ\u0000\u0003"
            })
    void otherFilesUnderTheNameOfASheetAreTold(String content) {
        assertThat(refused(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(SheetProblem.NOT_A_SHEET);
    }

    @Test
    void oldExcelAndPasswordsAreToldApart() {
        byte[] old = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1Workbook".getBytes(StandardCharsets.ISO_8859_1);
        byte[] locked =
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(old)).isEqualTo(SheetProblem.OLD_EXCEL);
        assertThat(refused(locked)).isEqualTo(SheetProblem.PASSWORD);
    }

    @Test
    void archiveWithoutAWorkbookIsTold() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("photo.jpg"));
        }

        assertThat(refused(bytes.toByteArray())).isEqualTo(SheetProblem.NOT_A_SHEET);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 90, 99})
    void workbookCutAnywhereIsTold(int percent) {
        byte[] whole = XlsxSamples.ofRows(row("a", "b").repeat(500)).bytes();

        assertThat(refused(Arrays.copyOf(whole, whole.length * percent / 100))).isEqualTo(SheetProblem.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<worksheet><sheetData><row><c", "not xml at all", ""})
    void workbookWithBrokenPartsIsTold(String part) {
        byte[] bytes =
                XlsxSamples.ofRows("").with("xl/worksheets/sheet1.xml", part).bytes();

        assertThat(refused(bytes)).isEqualTo(SheetProblem.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!ENTITY x SYSTEM \"file:///etc/passwd\">", "<!ENTITY x \"aaaaaaaaaa\">"})
    void entitiesAreNeverFollowed(String entity) {
        byte[] bytes = XlsxSamples.ofRows("")
                .with(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE worksheet [" + entity + "]>" + XlsxSamples.sheet(row("&x;"), ""))
                .bytes();

        assertThat(refused(bytes)).isEqualTo(SheetProblem.DAMAGED);
    }

    @Test
    void workbookThatUnpacksToTooMuchIsTold() {
        byte[] bytes = XlsxSamples.ofRows(row(" ".repeat(60_000_000))).bytes();

        assertThat(bytes.length).isLessThan(100_000);
        assertThat(refused(bytes)).isEqualTo(SheetProblem.BOMB);
    }

    @Test
    void workbookWithTooManyPartsIsTold() {
        XlsxSamples workbook = XlsxSamples.ofRows(row("a"));
        for (int i = 0; i < 10_001; i++) {
            workbook.with("part" + i, "");
        }

        assertThat(refused(workbook.bytes())).isEqualTo(SheetProblem.BOMB);
    }

    @Test
    void sheetWiderThanAnyListIsTold() {
        assertThat(refused(XlsxSamples.ofRows(row("x".repeat(16_384).split(""))).bytes()))
                .isEqualTo(SheetProblem.TOO_MANY_COLUMNS);
        assertThat(refused("a;".repeat(16_384).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(SheetProblem.TOO_MANY_COLUMNS);
    }

    @Test
    void sheetLongerThanExcelsIsTold() {
        byte[] rows = "a;b\n".repeat(1_048_577).getBytes(StandardCharsets.UTF_8);

        assertThat(refused(rows)).isEqualTo(SheetProblem.TOO_MANY_ROWS);
        assertThat(refused(XlsxSamples.ofRows("<row r=\"1048577\"><c><v>1</v></c></row>")
                        .bytes()))
                .isEqualTo(SheetProblem.TOO_MANY_ROWS);
    }

    @Test
    void workbookWithHiddenSheetsAloneIsTold() {
        byte[] bytes = XlsxSamples.ofRows(row("a"))
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" state=\"hidden\" r:id=\"rId1\"/></sheets></workbook>")
                .bytes();

        assertThat(refused(bytes)).isEqualTo(SheetProblem.NO_SHEET);
    }

    // ---- text files

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1258"})
    void encodingIsFoundOut(String encoding) throws IOException {
        // windows-1258 writes tones as signs of their own.
        String written = encoding.equals("windows-1258") ? halfComposed(TEXT) : TEXT;

        List<List<String>> rows = read(written.getBytes(Charset.forName(encoding)));

        assertThat(rows).hasSize(3);
        assertThat(Normalizer.normalize(rows.get(1).getFirst(), Normalizer.Form.NFC))
                .isEqualTo("Nguyễn Thị Ngọc Ánh");
        assertThat(Normalizer.normalize(rows.get(2).getFirst(), Normalizer.Form.NFC))
                .isEqualTo("Đỗ Văn Đường");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void markOfTheEncodingIsNoText(String encoding) throws IOException {
        assertThat(read(("\ufeff" + TEXT).getBytes(Charset.forName(encoding))).getFirst())
                .containsExactly("Họ và tên", "Thôn");
    }

    @Test
    void lettersOfTheVnTimeFontsAreRead() throws IOException {
        byte[] tcvn = "Hä vµ tªn;Th«n\nNguyÔn ThÞ Ngäc ¸nh;ChÝ Phóc\n§ç V¨n §­êng;Ba Trß\n"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(tcvn))
                .containsExactly(
                        List.of("Họ và tên", "Thôn"),
                        List.of("Nguyễn Thị Ngọc ánh", "Chí Phúc"),
                        List.of("Đỗ Văn Đường", "Ba Trò"));
        assertThat(facts.encoding()).startsWith("TCVN3");
    }

    @Test
    void bytesThatNothingExplainsAreTold() {
        byte[] bytes = new byte[4000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i % 0x20);
        }

        assertThat(refused(bytes)).isEqualTo(SheetProblem.ENCODING);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void separatorIsFoundOut(String separator) throws IOException {
        String text = "Họ tên;Thôn;Ghi chú\nAn;Chí Phúc;\"a, b; c\"\nBình;Chí Phúc;\n"
                .replace(";", separator)
                .replace("\"a, b" + separator + " c\"", "\"a, b; c\"");

        assertThat(read(text)).startsWith(List.of("Họ tên", "Thôn", "Ghi chú"), List.of("An", "Chí Phúc", "a, b; c"));
        assertThat(facts.separator()).isEqualTo(separator.charAt(0));
    }

    @Test
    void separatorThatTheFileNamesIsTaken() throws IOException {
        assertThat(read("sep=|\na|b;c\n")).containsExactly(List.of("a", "b;c"));
    }

    @Test
    void quotesTagsLineEndsAndEmojiComeThrough() throws IOException {
        assertThat(read("\"Lê \"\"Tí\"\" <b>\";\"hai\r\ndòng\";😀\n"))
                .containsExactly(List.of("Lê \"Tí\" <b>", "hai\r\ndòng", "😀"));
    }

    @Test
    void quoteThatNeverEndsIsTold() throws IOException {
        byte[] bytes = ("a;b\n1;\"" + "x;y\n".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(refused(bytes)).isEqualTo(SheetProblem.OPEN_QUOTE);
    }

    @Test
    void fileThatEndsInTheMiddleOfARowSaysSo() throws IOException {
        read("a;b;c\n1;2;3\n4;5");
        assertThat(facts.cutOff()).isTrue();

        read("a;b;c\n1;2;3\n4;5;6");
        assertThat(facts.cutOff()).isFalse();
    }

    @Test
    void hugeCellIsKeptAsAMarkAlone() throws IOException {
        assertThat(read("a;" + "x".repeat(100_000) + "\n")).containsExactly(List.of("a", Cells.TOO_LONG));
        assertThat(read(XlsxSamples.ofRows(row("x".repeat(100_000))).bytes())).containsExactly(List.of(Cells.TOO_LONG));
    }

    @Test
    void emptyRowsAreCountedAndSkipped() throws IOException {
        assertThat(read("a;b\n;\n\n   ;\nc;d\n")).hasSize(2);
        assertThat(facts.emptyRows()).isEqualTo(3);
    }

    // ---- workbooks

    @Test
    void cellsAreReadAsTheyAreShown() throws IOException {
        byte[] bytes = XlsxSamples.ofRows(
                        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"C2\"><v>38085001234</v></c>"
                                + "<c s=\"1\"><v>31371</v></c><c s=\"2\"><v>31371.75</v></c><c s=\"3\"><v>31371</v></c>"
                                + "<c><v>1.5E3</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c>"
                                + "<c t=\"d\"><v>1985-11-20T00:00:00</v></c><c t=\"s\"><v>99</v></c></row>")
                .with(
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>không</t></si>"
                                + "<si><r><t>Tống </t></r><r><t>Sơn</t></r><rPh><t>x</t></rPh></si></sst>")
                .bytes();

        assertThat(read(bytes))
                .containsExactly(List.of(
                        "Tống Sơn",
                        "",
                        "38085001234",
                        "20/11/1985",
                        "20/11/1985",
                        "31371",
                        "1500",
                        "1",
                        Cells.ERROR,
                        "1985-11-20",
                        Cells.ERROR));
    }

    @Test
    void formulasGiveTheirSavedValueOrSayThatTheyHaveNone() throws IOException {
        byte[] bytes = XlsxSamples.ofRows("<row><c t=\"str\"><f>A1&amp;B1</f><v>An</v></c><c><f>1+1</f><v>2</v></c>"
                        + "<c><f>HYPERLINK(\"http://example.org\")</f></c></row>")
                .bytes();

        assertThat(read(bytes)).containsExactly(List.of("An", "2", Cells.FORMULA_WITHOUT_VALUE));
        assertThat(facts.formulas()).isEqualTo(2);
        assertThat(facts.formulasWithoutValue()).isEqualTo(1);
    }

    @Test
    void numbersThatWouldFillTheMemoryAreLeftAsWritten() throws IOException {
        assertThat(read(XlsxSamples.ofRows("<row><c><v>1E999999999</v></c></row>")
                        .bytes()))
                .containsExactly(List.of("1E999999999"));
    }

    @Test
    void calendarOf1904IsKnown() throws IOException {
        byte[] bytes = XlsxSamples.ofRows("<row><c s=\"1\"><v>29909</v></c></row>")
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>")
                .bytes();

        assertThat(read(bytes)).containsExactly(List.of("20/11/1985"));
    }

    @Test
    void mergedRangesAndOtherSheetsAreTold() throws IOException {
        byte[] bytes = XlsxSamples.ofRows("")
                .with(
                        "xl/worksheets/sheet1.xml",
                        XlsxSamples.sheet(
                                row("a"),
                                "<mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"))
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Một\" r:id=\"rId1\"/><sheet name=\"Hai\" r:id=\"rId2\"/></sheets></workbook>")
                .bytes();

        read(bytes);
        assertThat(facts.mergedRanges()).isEqualTo(2);
        assertThat(facts.sheetName()).isEqualTo("Một");
        assertThat(facts.otherSheets()).containsExactly("Hai");
    }

    // ---- what is written

    @Test
    void textFileThatWasWrittenComputesNothingAndReadsBack() throws IOException {
        List<String> cells = List.of("=1+1", "+84912", "-5", "@x", "038085001234", "a;\"b\"\nc", "Đỗ");

        String written = written(cells, false);
        assertThat(written).startsWith("\ufeff'=1+1;'+84912;'-5;'@x;038085001234;");
        assertThat(read(written).getFirst().stream().map(SheetWriter::unguarded))
                .containsExactlyElementsOf(cells);
    }

    @Test
    void workbookThatWasWrittenReadsBack() throws IOException {
        List<String> cells = List.of("=1+1", "038085001234", "<b>&", "Đỗ 😀");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, cells, true);

        assertThat(read(out.toByteArray())).containsExactly(cells);
        assertThat(facts.formulas()).isZero();
    }

    private static String written(List<String> cells, boolean xlsx) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, cells, xlsx);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, List<String> cells, boolean xlsx) throws IOException {
        try (SheetWriter sheet = xlsx ? SheetWriter.xlsx(out, "Sổ") : SheetWriter.csv(out)) {
            sheet.row(cells);
        }
    }

    /** Letters with circumflex, breve and horn stay whole; their tones are taken off, as Windows types them. */
    private static String halfComposed(String text) {
        StringBuilder half = new StringBuilder();
        text.codePoints().forEach(sign -> {
            String parts = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFD);
            String tone = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            String letter = parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
            half.append(Normalizer.normalize(letter, Normalizer.Form.NFC)).append(tone);
        });
        return half.toString();
    }
}
