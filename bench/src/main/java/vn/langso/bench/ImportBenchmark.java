package vn.langso.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.postgresql.PGConnection;

/**
 * A sheet of a million residents into an empty register with a heap of 256 MB, against what the machine can do: a bare streaming parse of
 * the same file plus COPY of the resulting rows into the same indexed tables, in the same run.
 */
final class ImportBenchmark implements Benchmark {

    private static final int ROWS = 1_000_000;
    private static final List<String> HEAP = List.of("-Xms256m", "-Xmx256m");

    private static final String EMPTY = """
            truncate households.undo, households.person_past_stay, households.past_attribute, households.village_count,
              households.person, households.household_past_stay, households.household, households.import_before,
              households.import_row, households.import_household, households.import_match
            """;

    private static final List<String> TABLES = List.of("households.household", "households.person");

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void run(Setting setting, Report report) throws Exception {
        Path data = setting.work().resolve("import");
        List<String> command = new ArrayList<>(setting.command());
        command.removeIf(word -> word.startsWith("-Xmx") || word.startsWith("-Xms"));
        command.addAll(1, HEAP);
        try (Program program = Program.start(new Setting(command, setting.work()), data, 18082);
                Connection connection = program.database()) {
            List<String> villages = BenchVillages.establish(connection, ListsBenchmark.VILLAGES);
            BenchRegister.clerkAt(connection, "38");
            Path csv = setting.work().resolve("import-" + ROWS + ".csv");
            Path xlsx = setting.work().resolve("import-" + ROWS + ".xlsx");
            if (!Files.exists(xlsx)) {
                RegisterSheet.write(csv, BenchVillages.empty(villages), ROWS, 2);
                workbook(csv, xlsx);
            }
            compare(program, connection, csv, report, 3);
            compare(program, connection, xlsx, report, 4);
            report.seen("memory of program and database after the imports", program.pssMegabytes(), "MB", "PSS");
        }
    }

    private static void compare(Program program, Connection connection, Path sheet, Report report, double most)
            throws Exception {
        execute(connection, EMPTY);
        execute(connection, "checkpoint");
        BenchRegister.Times times = BenchRegister.load(program, sheet, RegisterSheet.COLUMNS);
        long residents = BenchRegister.residents(connection);
        List<Path> dumps = new ArrayList<>();
        for (String table : TABLES) {
            dumps.add(dump(connection, table, sheet));
        }
        execute(connection, EMPTY);
        execute(connection, "checkpoint");
        double parse = parse(sheet);
        double copy = 0;
        for (int i = 0; i < TABLES.size(); i++) {
            copy += copy(connection, TABLES.get(i), dumps.get(i));
            Files.delete(dumps.get(i));
        }
        String kind = sheet.toString().endsWith("csv") ? "CSV" : "XLSX";
        String note =
                "%,d residents of %,d rows written; preview %.1f s, commit %.1f s, upload %.1f s; bare parse %.1f s, COPY %.1f s"
                        .formatted(
                                residents,
                                ROWS,
                                times.previewSeconds(),
                                times.commitSeconds(),
                                times.uploadSeconds(),
                                parse,
                                copy);
        report.seen("import of " + kind + ", preview and commit", times.total(), "s", note);
        report.atMost("import of " + kind + " against parse and COPY", times.total() / (parse + copy), "x", most, note);
    }

    /** The fastest way through the file that the libraries offer; the sum keeps the compiler from leaving it out. */
    private static double parse(Path sheet) throws IOException {
        long began = System.nanoTime();
        long length = 0;
        if (sheet.toString().endsWith("csv")) {
            try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(sheet)) {
                for (CsvRecord row : rows) {
                    for (int i = 0; i < row.getFieldCount(); i++) {
                        length += row.getField(i).length();
                    }
                }
            }
        } else {
            try (ReadableWorkbook workbook = new ReadableWorkbook(sheet.toFile());
                    Stream<Row> rows = workbook.getFirstSheet().openStream()) {
                length = rows.mapToLong(ImportBenchmark::length).sum();
            }
        }
        if (length == 0) {
            throw new IllegalStateException("Nothing in " + sheet);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static long length(Row row) {
        long length = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            length += row.getCellText(i).length();
        }
        return length;
    }

    private static void workbook(Path csv, Path xlsx) throws IOException {
        try (OutputStream out = Files.newOutputStream(xlsx);
                Workbook workbook = new Workbook(out, "bench", "1.0");
                CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv)) {
            Worksheet sheet = workbook.newWorksheet("Sổ hộ");
            int number = 0;
            for (CsvRecord row : rows) {
                for (int i = 0; i < row.getFieldCount(); i++) {
                    if (!row.getField(i).isEmpty()) {
                        sheet.value(number, i, row.getField(i));
                    }
                }
                if (++number % 1000 == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
    }

    private static Path dump(Connection connection, String table, Path sheet) throws Exception {
        Path file = sheet.resolveSibling(table + ".copy");
        try (OutputStream out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
        }
        return file;
    }

    private static double copy(Connection connection, String table, Path dump) throws Exception {
        long began = System.nanoTime();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(dump), 1 << 16)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in, 1 << 16);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
