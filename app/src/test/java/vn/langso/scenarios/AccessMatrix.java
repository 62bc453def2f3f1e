package vn.langso.scenarios;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import vn.langso.kernel.Role;

/** The two tables written by hand: who may do what, and what each endpoint asks for. */
record AccessMatrix(List<Row> rows, Map<Role, Set<String>> permissions) {

    static final String OPEN = "open";
    static final String SIGNED_IN = "signed-in";

    private static final Pattern SAMPLE = Pattern.compile("\\{([a-z-]+(?:\\.(?:own|foreign))?)}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    /**
     * What one endpoint asks for.
     *
     * @param access "open", "signed-in" or the name of a permission
     * @param own address with samples of the caller's own place; empty takes the pattern
     * @param foreign address with samples of another place, to be refused; "*" is {@code own} there; "form *" when the refusal is the form
     *     again, with what is wrong at its field; empty when no place is asked for
     * @param json body with placeholders; empty sends none
     */
    record Row(String method, String path, String access, String own, String foreign, String json) {

        String endpoint() {
            return method + " " + path;
        }

        boolean isOpen() {
            return access.equals(OPEN);
        }

        /** The address in the caller's own place, placeholders in it. */
        String ownAddress() {
            return own.isEmpty() ? automatic(path) : own;
        }

        /** The address in another place, placeholders in it. */
        String foreignAddress() {
            return foreign.endsWith("*") ? ownAddress().replace(".own", ".foreign") : foreign;
        }

        /** The body for another place. */
        String foreignJson() {
            return foreign.endsWith("*") ? json.replace(".own", ".foreign") : json;
        }

        /** Another place is refused by the form again, so that a typing error can be mended. */
        boolean isForm() {
            return foreign.startsWith("form ");
        }

        /** The address names a record that exists, so that "not there" is a wrong answer to who may see it. */
        boolean isLook() {
            return method.equals("GET") && own.contains(".own}");
        }

        /** A place where a code is asked for, else an id that nothing has. */
        private static String automatic(String path) {
            return PLACEHOLDER.matcher(path).replaceAll(found -> switch (found.group(1)) {
                case "code" -> "{village.own}";
                case "indicator" -> "households.total";
                default -> "{nothing}";
            });
        }
    }

    static AccessMatrix read() {
        List<Row> rows = new ArrayList<>();
        for (NamedCsvRecord line : lines("/access-matrix.csv")) {
            rows.add(new Row(
                    line.getField("method"),
                    line.getField("path"),
                    line.getField("access"),
                    line.getField("own"),
                    line.getField("foreign"),
                    line.getField("json")));
        }
        Map<Role, Set<String>> permissions = new EnumMap<>(Role.class);
        Arrays.stream(Role.values()).forEach(role -> permissions.put(role, new HashSet<>()));
        for (NamedCsvRecord line : lines("/access/permissions.csv")) {
            permissions.forEach((role, held) -> {
                if (line.getField(role.code()).equals("x")) {
                    held.add(line.getField("permission"));
                }
            });
        }
        return new AccessMatrix(rows, permissions);
    }

    boolean mayCall(Role role, Row row) {
        return row.isOpen()
                || row.access().equals(SIGNED_IN)
                || permissions.getOrDefault(role, Set.of()).contains(row.access());
    }

    /** The text with samples in the place of its placeholders; throws on an unknown one. */
    static String filled(String text, Map<String, String> samples) {
        return SAMPLE.matcher(text).replaceAll(found -> {
            String sample = samples.get(found.group(1));
            if (sample == null) {
                throw new IllegalArgumentException(
                        "No sample for " + found.group() + " in " + text + "; known: " + samples.keySet());
            }
            return sample;
        });
    }

    /** The table of docs/access-matrix.md. */
    String document() {
        StringBuilder text = new StringBuilder("""
                # Who may call what

                Generated from `app/src/test/resources/access-matrix.csv` and `app/src/main/resources/access/permissions.csv`; the test
                `AccessMatrixTest` calls every endpoint as every persona and as nobody, in their own place and in a foreign one, and
                writes this page when it runs with `-Dlangso.docs=write`. "Place" means that the endpoint is refused (403 or 404) for a place that the role does not cover.

                A new endpoint takes one row: `method,path,access,own,foreign,json`. `access` is `open`, `signed-in` or a permission.
                `own` is an address with samples (`{village.own}`, `{nothing}`, or what a module's `AccessSamples` makes); empty takes the
                pattern. `foreign` is the same in another place, `*` for `own` with all `.own` samples made `.foreign`, `form *` when the refusal is
                the form again (422), empty when the endpoint is not bound to a place. `json` is a body.

                """);
        List<Role> roles = List.of(Role.values());
        text.append("| Endpoint | Asks for | Place |");
        roles.forEach(role -> text.append(' ').append(role.code()).append(" |"));
        text.append("\n|---|---|---|").append("---|".repeat(roles.size())).append('\n');
        for (Row row : rows) {
            text.append("| `")
                    .append(row.endpoint())
                    .append("` | ")
                    .append(row.access())
                    .append(" | ");
            text.append(row.foreign().isEmpty() ? "" : "yes").append(" |");
            roles.forEach(role -> text.append(mayCall(role, row) ? " x |" : "  |"));
            text.append('\n');
        }
        return text.toString();
    }

    private static List<NamedCsvRecord> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        AccessMatrix.class.getResourceAsStream(resource), StandardCharsets.UTF_8));
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Samples that every row may use. */
    static Map<String, String> samples() {
        return new HashMap<>(Map.of("nothing", "01900000-0000-7000-8000-000000000000"));
    }
}
