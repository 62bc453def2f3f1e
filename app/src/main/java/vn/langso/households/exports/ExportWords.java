package vn.langso.households.exports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.langso.households.BirthDate;
import vn.langso.households.RegisterAttribute;

/** What the values of the register are called in the sheet. Always Vietnamese, in words that an import reads back as the same values. */
final class ExportWords {

    private static final List<String> FIELDS = List.of(
            "village",
            "number",
            "lane",
            "address",
            "full-name",
            "birth",
            "sex",
            "relation",
            "residence",
            "cccd",
            "phone");

    /** Codes of all columns; their headings are the texts {@code households.imports.column.<code>}. */
    static final List<String> COLUMNS = Stream.concat(
                    FIELDS.stream(), Arrays.stream(RegisterAttribute.values()).map(RegisterAttribute::code))
            .toList();

    private static final Map<String, String> RELATIONS = Map.ofEntries(
            Map.entry("head", "Chủ hộ"),
            Map.entry("wife", "Vợ"),
            Map.entry("husband", "Chồng"),
            Map.entry("child", "Con"),
            Map.entry("father", "Cha"),
            Map.entry("mother", "Mẹ"),
            Map.entry("grandfather", "Ông"),
            Map.entry("grandmother", "Bà"),
            Map.entry("grandchild", "Cháu"),
            Map.entry("older-brother", "Anh"),
            Map.entry("older-sister", "Chị"),
            Map.entry("younger-sibling", "Em"),
            Map.entry("other", "Khác"));

    private static final Map<String, String> RESIDENCES = Map.of(
            "permanent", "Thường trú", "temporary", "Tạm trú", "absent", "Tạm vắng", "working-away", "Làm ăn xa");

    private static final Map<String, String> POVERTY =
            Map.of("poor", "Hộ nghèo", "near-poor", "Hộ cận nghèo", "average", "Mức sống trung bình", "none", "Không");

    private ExportWords() {}

    static String birth(@Nullable LocalDate date, @Nullable String precision) {
        if (date == null || precision == null) {
            return "";
        }
        BirthDate.Precision known = BirthDate.Precision.valueOf(precision.toUpperCase(java.util.Locale.ROOT));
        return new BirthDate(date, known).text();
    }

    static String sex(String code) {
        return switch (code) {
            case "male" -> "Nam";
            case "female" -> "Nữ";
            default -> "";
        };
    }

    static String relation(String code, String sex) {
        return code.equals("child-in-law")
                ? sex.equals("male") ? "Con rể" : "Con dâu"
                : RELATIONS.getOrDefault(code, code);
    }

    static String residence(String code) {
        return RESIDENCES.getOrDefault(code, code);
    }

    /** Adds one cell per attribute, in the order of the columns. */
    static void attributes(List<String> cells, Map<String, List<String>> household, Map<String, List<String>> person) {
        List<String> added = new ArrayList<>();
        for (RegisterAttribute attribute : RegisterAttribute.values()) {
            Map<String, List<String>> known =
                    attribute.subject() == RegisterAttribute.Subject.HOUSEHOLD ? household : person;
            List<String> value = known.get(attribute.code());
            added.add(value == null || value.isEmpty() ? "" : word(attribute, value.getFirst()));
        }
        cells.addAll(added);
    }

    private static String word(RegisterAttribute attribute, String value) {
        if (attribute == RegisterAttribute.POVERTY) {
            return POVERTY.getOrDefault(value, value);
        }
        return switch (value) {
            case "yes" -> "Có";
            case "no" -> "Không";
            default -> value;
        };
    }
}
