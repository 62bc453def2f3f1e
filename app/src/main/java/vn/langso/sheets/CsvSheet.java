package vn.langso.sheets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;

/** A text file of rows (RFC 4180 and its kin): the encoding and the separator are found out, not asked for. */
final class CsvSheet implements Sheet {

    private static final String SEPARATORS = ";,\t|";

    /** Enough for a title, a header and some rows; what they agree on is the separator. */
    private static final int PROBE_LINES = 30;

    private static final int PROBE_CHARS = 256 << 10;

    private final SheetSource file;
    private final long size;
    private final TextEncoding encoding;
    private final char separator;
    private final boolean saysSeparator;
    private final AtomicLong position = new AtomicLong();

    CsvSheet(SheetSource file) throws IOException {
        this.file = file;
        try (SeekableByteChannel content = file.open()) {
            this.size = content.size();
        }
        this.encoding = TextEncoding.of(file);
        try (InputStream in = file.stream();
                BufferedReader reader = new BufferedReader(encoding.reader(in), PROBE_CHARS)) {
            char[] probe = new char[PROBE_CHARS];
            int length = Math.max(reader.read(probe), 0);
            String start = new String(probe, 0, length);
            this.saysSeparator = start.startsWith("sep=") && start.length() > 4;
            this.separator = saysSeparator ? start.charAt(4) : guess(start);
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
        position.set(0);
        Rows rows = new Rows();
        try (InputStream in = file.stream();
                Reader text = encoding.reader(new CountedInput(in, position, Long.MAX_VALUE));
                CsvReader<Rows> csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .build(rows, text)) {
            int empty = 0;
            boolean go = true;
            for (Rows row : csv) {
                if (saysSeparator && row.line == 1) {
                    continue;
                }
                if (!row.isFilled()) {
                    empty++;
                } else if (go) {
                    go = row.hand(sink);
                }
                if (!go) {
                    break;
                }
            }
            return new SheetFacts(
                    rows.count,
                    empty,
                    0,
                    0,
                    0,
                    encoding.label(),
                    separator,
                    "",
                    List.of(),
                    go && rows.width < rows.widest && !endsWithLine());
        } catch (CsvParseException e) {
            if (e.getCause() instanceof ProblemException refused) {
                throw refused;
            }
            // The only thing that this lenient parser refuses by itself is a record without end.
            throw Problem.at("file", SheetProblem.OPEN_QUOTE, rows.line).asException();
        }
    }

    /** Whether the last sign is an end of line; a file that was cut off has none. */
    private boolean endsWithLine() throws IOException {
        int looked = (int) Math.min(2, size);
        try (InputStream bytes = Channels.newInputStream(file.open().position(size - looked))) {
            byte[] last = bytes.readNBytes(looked);
            return new String(last, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n') >= 0
                    || last[last.length - 1] == '\r';
        }
    }

    /** The sign that gives the most lines the same number of fields, more than one. */
    private static char guess(String start) {
        char best = ',';
        long most = 0;
        for (int s = 0; s < SEPARATORS.length(); s++) {
            char candidate = SEPARATORS.charAt(s);
            int[] fields = new int[MOST_COLUMNS + 2];
            boolean quoted = false;
            int here = 0;
            int lines = 0;
            for (int i = 0; i < start.length() && lines < PROBE_LINES; i++) {
                char sign = start.charAt(i);
                quoted ^= sign == '"';
                here += !quoted && sign == candidate ? 1 : 0;
                if ((!quoted && sign == '\n') || i == start.length() - 1) {
                    fields[Math.min(here, fields.length - 1)]++;
                    here = 0;
                    lines++;
                }
            }
            for (int count = 1; count < fields.length; count++) {
                long weight = (long) fields[count] * fields[count] * count;
                if (fields[count] > 0 && weight > most) {
                    most = weight;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** Fills one array again and again, so that a million rows make no more garbage than their cells. */
    private static final class Rows extends AbstractBaseCsvCallbackHandler<Rows> {

        private final String[] cells = new String[MOST_COLUMNS];
        private int width;
        private int widest;
        private int line;
        private int count;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = (int) Math.min(startingLineNumber, Integer.MAX_VALUE);
            width = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index >= MOST_COLUMNS) {
                if (length > 0) {
                    throw Problem.at("file", SheetProblem.TOO_MANY_COLUMNS, MOST_COLUMNS)
                            .asException();
                }
                return;
            }
            cells[index] = cell(buffer, offset, length);
            width = index + 1;
        }

        @Override
        protected Rows buildRecord() {
            return this;
        }

        boolean isFilled() {
            for (int i = 0; i < width; i++) {
                if (!cells[i].isBlank()) {
                    return true;
                }
            }
            return false;
        }

        boolean hand(RowSink sink) {
            if (++count > MOST_ROWS) {
                throw Problem.at("file", SheetProblem.TOO_MANY_ROWS, MOST_ROWS).asException();
            }
            widest = Math.max(widest, width);
            Arrays.fill(cells, width, widest, "");
            return sink.row(line, cells, width);
        }

        private static String cell(char[] buffer, int offset, int length) {
            if (length > LONGEST_CELL) {
                return Cells.TOO_LONG;
            }
            String cell = length == 0 ? "" : new String(buffer, offset, length);
            return cell.indexOf(0) < 0 ? cell : cell.replace('\u0000', ' ');
        }
    }
}
