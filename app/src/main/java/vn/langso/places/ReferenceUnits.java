package vn.langso.places;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Ids;
import vn.langso.places.PlaceRecords.Figures;
import vn.langso.places.PlaceRecords.Known;
import vn.langso.places.PlaceRecords.Name;
import vn.langso.places.PlaceRecords.Parent;
import vn.langso.places.PlaceRecords.Span;
import vn.langso.places.PlaceRecords.Succession;
import vn.langso.places.PlaceRecords.Trace;
import vn.langso.places.PlaceRecords.Unit;

/** The official units as the product brings them ({@code resources/places}, see SOURCE.md there), read into rows with new ids. */
final class ReferenceUnits {

    /** Name of the content of the files; a new one is loaded once into each installation. */
    static final String VERSION = "thanh-hoa-2026-07";

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();
    private final PlaceRecords records;

    ReferenceUnits(OffsetDateTime now) {
        for (NamedCsvRecord row : read("decisions")) {
            String key = row.getField("key");
            Decision decision = new Decision(
                    row.getField("number"), LocalDate.parse(row.getField("effective_on")), row.getField("title"));
            Known known = Known.valueOf(row.getField("known").toUpperCase(Locale.ROOT));
            operations.put(
                    key,
                    new Operation(
                            Ids.next(), "reference", key, decision, known, row.getField("source"), "", now, null));
        }
        records = new PlaceRecords(
                read("units").stream().map(this::unit).toList(),
                read("names").stream().map(this::name).toList(),
                read("parents").stream().map(this::parent).toList(),
                read("successions").stream().map(this::succession).toList(),
                0);
    }

    List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    PlaceRecords records() {
        return records;
    }

    private Unit unit(NamedCsvRecord row) {
        UUID id = Ids.next();
        ids.put(key(row, "code", "valid_from"), id);
        Figures figures = new Figures(
                value(row, "lat", Double::valueOf),
                value(row, "lon", Double::valueOf),
                value(row, "area_km2", Double::valueOf),
                value(row, "communes", Integer::valueOf));
        Trace trace = trace(row, "decision_from");
        Known decision = Objects.requireNonNull(operations.get(row.getField("decision_from")))
                .known();
        // Doubt about the number of a decision is none about its day.
        Known known = decision == Known.NUMBER_UNVERIFIED ? Known.EXACT : decision;
        return new Unit(
                id, row.getField("code"), PlaceKind.valueOf(row.getField("kind")), span(row), figures, known, trace);
    }

    private Name name(NamedCsvRecord row) {
        return new Name(
                Ids.next(),
                place(row, "code", "place_from"),
                row.getField("unit_type"),
                row.getField("name"),
                span(row),
                trace(row, "decision"));
    }

    private Parent parent(NamedCsvRecord row) {
        return new Parent(
                Ids.next(),
                place(row, "code", "place_from"),
                place(row, "parent", "parent_from"),
                span(row),
                trace(row, "decision"));
    }

    private Succession succession(NamedCsvRecord row) {
        return new Succession(
                Ids.next(),
                place(row, "code", "place_from"),
                place(row, "to_code", "to_from"),
                LocalDate.parse(row.getField("valid_from")),
                row.getField("part").equals("part"),
                operation(row.getField("decision")));
    }

    private Trace trace(NamedCsvRecord row, String opened) {
        return new Trace(operation(row.getField(opened)), value(row, "decision_to", this::operation));
    }

    private UUID operation(String key) {
        return Objects.requireNonNull(operations.get(key), key).id();
    }

    private UUID place(NamedCsvRecord row, String code, String from) {
        return Objects.requireNonNull(ids.get(key(row, code, from)), () -> "No place for " + row);
    }

    private static String key(NamedCsvRecord row, String code, String from) {
        return row.getField(code) + " " + row.getField(from);
    }

    private static Span span(NamedCsvRecord row) {
        return new Span(LocalDate.parse(row.getField("valid_from")), value(row, "valid_to", LocalDate::parse));
    }

    private static <T> @Nullable T value(NamedCsvRecord row, String field, Function<String, T> of) {
        String text = row.getField(field);
        return text.isEmpty() ? null : of.apply(text);
    }

    private static List<NamedCsvRecord> read(String file) {
        var in = Objects.requireNonNull(ReferenceUnits.class.getResourceAsStream("/places/" + file + ".csv"), file);
        try (var records = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return records.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
