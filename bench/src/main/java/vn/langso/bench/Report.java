package vn.langso.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Gathers figures and prints each with its bar. */
final class Report {

    /** Named value with its bar; {@code note} says what it was compared with or under what conditions. */
    record Figure(
            String name,
            double value,
            String unit,
            @Nullable Double most,
            @Nullable Double least,
            String note) {

        String row() {
            String bar = most != null ? "<= " + number(most) : least != null ? ">= " + number(least) : "";
            boolean met = (most == null || value <= most) && (least == null || value >= least);
            String state = bar.isEmpty() ? "" : met ? "met" : "MISSED";
            return String.format(
                    Locale.ROOT,
                    "| %-58s | %10s %-5s | %-9s | %-6s | %s |",
                    name,
                    number(value),
                    unit,
                    bar,
                    state,
                    note);
        }

        private static String number(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e12
                    ? String.format(Locale.ROOT, "%,d", (long) value)
                    : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
        }
    }

    private final PrintStream out;
    private final List<Figure> figures = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
        out.println("| figure | value | bar | | compared with, conditions |");
        out.println("|---|---|---|---|---|");
    }

    /** A figure that should be at most {@code most}. */
    void atMost(String name, double value, String unit, double most, String note) {
        add(new Figure(name, value, unit, most, null, note));
    }

    /** A figure that should be at least {@code least}. */
    void atLeast(String name, double value, String unit, double least, String note) {
        add(new Figure(name, value, unit, null, least, note));
    }

    /** A figure for information, such as the physical limit measured in the same run. */
    void seen(String name, double value, String unit, String note) {
        add(new Figure(name, value, unit, null, null, note));
    }

    /** Writes the same rows to a file. */
    void save(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, figures.stream().map(Figure::row).toList());
    }

    private void add(Figure figure) {
        figures.add(figure);
        out.println(figure.row());
    }
}
