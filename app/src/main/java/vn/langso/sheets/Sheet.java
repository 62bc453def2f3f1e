package vn.langso.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import vn.langso.kernel.Problem;

/** A file of rows, CSV or XLSX as its content says. Can be read more than once; each reading streams the file anew. */
public sealed interface Sheet permits CsvSheet, XlsxSheet {

    /** Rows of a sheet of Excel, for text files too: what cannot be opened there cannot be corrected there. */
    int MOST_ROWS = 1_048_576;

    /** Four times the widest list that communes are known to keep. */
    int MOST_COLUMNS = 256;

    /** No field of ours is a quarter as long; what is longer is no name and no address. */
    int LONGEST_CELL = 4_000;

    int HEAD_BYTES = 4096;

    /** Where the directory of an old Office file may name the stream of a password-protected workbook. */
    int OLE_LOOK_BYTES = 4 << 20;

    /**
     * Streams all rows into the sink and says what it met. Refuses with {@link SheetProblem} when the file turns out damaged, too large or
     * made to exhaust the reader; what the sink took before stands then for nothing.
     */
    SheetFacts read(RowSink sink) throws IOException;

    /** Bytes read so far, of {@link #size}; may be asked by another thread. */
    long position();

    long size();

    /** Looks into the file; refuses with {@link SheetProblem} when it is no sheet at all. */
    static Sheet open(SheetSource file) throws IOException {
        byte[] head;
        try (InputStream in = file.stream()) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (head.length == 0) {
            throw Problem.at("file", SheetProblem.EMPTY).asException();
        }
        String sign = new String(head, 0, Math.min(8, head.length), StandardCharsets.ISO_8859_1);
        if (sign.startsWith("PK")) {
            return new XlsxSheet(file);
        }
        if (sign.equals("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            SheetProblem problem = holdsPassword(file) ? SheetProblem.PASSWORD : SheetProblem.OLD_EXCEL;
            throw Problem.at("file", problem).asException();
        }
        if (sign.startsWith("%PDF") || !TextEncoding.isText(head)) {
            throw Problem.at("file", SheetProblem.NOT_A_SHEET).asException();
        }
        return new CsvSheet(file);
    }

    private static boolean holdsPassword(SheetSource file) throws IOException {
        try (InputStream in = file.stream()) {
            String directory = new String(in.readNBytes(OLE_LOOK_BYTES), StandardCharsets.ISO_8859_1);
            return directory.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e");
        }
    }
}
