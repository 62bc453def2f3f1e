package vn.langso.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import vn.langso.households.AttributeValue;
import vn.langso.households.AttributeValue.Source;
import vn.langso.households.NewHousehold;
import vn.langso.households.RegisterAttribute;

/** The register of a demo village: from a list of household records where there is one, else wholly from the seeded generator. */
final class InventedHouseholds {

    private static final List<String> LANES = List.of("Ngõ Một", "Ngõ Hai", "Ngõ Ba", "Ngõ Bốn");
    private static final LocalDate REGISTER_BEGINS = LocalDate.of(2017, 1, 1);

    private InventedHouseholds() {}

    /** One household per line of {@code demo/households-<village code>.csv}. */
    static List<NewHousehold> listed(String villageCode, UUID villageId, LocalDate today) {
        SplittableRandom random = seed(villageCode);
        InventedPeople people = new InventedPeople(random, today);
        Map<String, Persona> heads = Persona.headsIn(villageCode);
        return read("/demo/households-" + villageCode + ".csv").stream()
                .map(row -> new NewHousehold(
                        villageId,
                        "HK-" + row.getField("number"),
                        row.getField("lane"),
                        "Số " + Integer.parseInt(row.getField("number")),
                        REGISTER_BEGINS,
                        facts(villageCode, row),
                        people.family(heads.get(row.getField("number")), Integer.parseInt(row.getField("members")))))
                .toList();
    }

    /** As many households as asked for; who has internet, a smartphone or an address code is drawn by lot. */
    static List<NewHousehold> drawn(String villageCode, UUID villageId, int households, LocalDate today) {
        SplittableRandom random = seed(villageCode);
        InventedPeople people = new InventedPeople(random, today);
        List<NewHousehold> all = new ArrayList<>();
        for (int i = 1; i <= households; i++) {
            Map<RegisterAttribute, AttributeValue> facts = new EnumMap<>(RegisterAttribute.class);
            drawYes(facts, RegisterAttribute.SMARTPHONE, 96, random, today);
            drawYes(facts, RegisterAttribute.INTERNET, 80, random, today);
            if (random.nextInt(100) < 45) {
                facts.put(
                        RegisterAttribute.ADDRESS_CODE,
                        value("%s-%03d".formatted(villageCode, i), day(random, today), Source.OFFICER));
            }
            facts.put(RegisterAttribute.POVERTY, value(poverty(random), LocalDate.of(2025, 12, 15), Source.OFFICER));
            all.add(new NewHousehold(
                    villageId,
                    "HK-%03d".formatted(i),
                    LANES.get(random.nextInt(LANES.size())),
                    "Số " + i,
                    REGISTER_BEGINS,
                    facts,
                    people.family(null, 1 + random.nextInt(6))));
        }
        return all;
    }

    static List<NamedCsvRecord> read(String resource) {
        try (var reader = new InputStreamReader(
                        Objects.requireNonNull(InventedHouseholds.class.getResourceAsStream(resource), resource),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<RegisterAttribute, AttributeValue> facts(String villageCode, NamedCsvRecord row) {
        Map<RegisterAttribute, AttributeValue> facts = new EnumMap<>(RegisterAttribute.class);
        since(facts, RegisterAttribute.SMARTPHONE, "yes", row.getField("smartphone_since"));
        since(facts, RegisterAttribute.INTERNET, "yes", row.getField("internet_since"));
        String addressCode = villageCode + "-" + row.getField("number");
        since(facts, RegisterAttribute.ADDRESS_CODE, addressCode, row.getField("address_code_since"));
        return facts;
    }

    private static void since(
            Map<RegisterAttribute, AttributeValue> facts, RegisterAttribute attribute, String value, String since) {
        if (!since.isEmpty()) {
            facts.put(attribute, value(value, LocalDate.parse(since), Source.SURVEY));
        }
    }

    private static void drawYes(
            Map<RegisterAttribute, AttributeValue> facts,
            RegisterAttribute attribute,
            int percent,
            SplittableRandom random,
            LocalDate today) {
        if (random.nextInt(100) < percent) {
            facts.put(attribute, value("yes", day(random, today), Source.SURVEY));
        }
    }

    private static String poverty(SplittableRandom random) {
        int lot = random.nextInt(100);
        return lot < 2 ? "poor" : lot < 5 ? "near-poor" : "none";
    }

    private static AttributeValue value(String value, LocalDate from, Source source) {
        return new AttributeValue(value, from, source);
    }

    /** Within the last six years, so that curves still rise. */
    private static LocalDate day(SplittableRandom random, LocalDate today) {
        return today.minusDays(1 + random.nextInt(2190));
    }

    private static SplittableRandom seed(String villageCode) {
        return new SplittableRandom(villageCode.hashCode());
    }
}
