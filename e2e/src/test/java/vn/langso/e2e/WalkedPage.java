package vn.langso.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A line of {@code pages.csv}: who opens which address of which mapping.
 *
 * @param mapping the path of the access matrix that it belongs to
 * @param persona role of the start page; empty for strangers; "coded" for a stranger who has asked for a code; "exempt" for no page at all
 * @param address what is opened, with names in braces for ids found on other pages; the reason when exempt
 * @param depth "full" to be checked in all eight looks, "glance" in none, a number for another status than 200; else empty
 */
record WalkedPage(String mapping, String persona, String address, String depth) {

    private static final Path PAGES = Path.of("src/test/resources/pages.csv");
    private static final Path MATRIX = Path.of("../app/src/test/resources/access-matrix.csv");

    static List<WalkedPage> all() {
        return lines(PAGES)
                .map(line -> line.split(",", 4))
                .map(cells -> new WalkedPage(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }

    /** The paths of all GET endpoints of the access matrix. */
    static Set<String> mapped() {
        return lines(MATRIX)
                .map(line -> line.split(",", 3))
                .filter(cells -> cells[0].equals("GET"))
                .map(cells -> cells[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isExempt() {
        return persona.equals("exempt");
    }

    boolean isFull() {
        return depth.equals("full");
    }

    boolean isGlance() {
        return depth.equals("glance");
    }

    int status() {
        return depth.matches("[0-9]+") ? Integer.parseInt(depth) : 200;
    }

    /** True if this line speaks of the mapping, or of all that begin alike: {@code /api/v1/*}. */
    boolean isAbout(String path) {
        return mapping.endsWith("*")
                ? path.startsWith(mapping.substring(0, mapping.length() - 1))
                : path.equals(mapping);
    }

    private static java.util.stream.Stream<String> lines(Path file) {
        try {
            return Arrays.stream(Files.readString(file).split("\n")).skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
