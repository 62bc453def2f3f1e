package vn.langso.households.rows;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.langso.households.RegisterAttribute;
import vn.langso.kernel.Folding;

/** What people write into a cell for the values of an attribute; remembers the words that it met. Not thread safe. */
final class AttributeWords {

    private static final Map<String, String> YES_NO = words(
            "yes",
            "yes",
            "co",
            "yes",
            "x",
            "yes",
            "1",
            "yes",
            "true",
            "yes",
            "da co",
            "yes",
            "v",
            "yes",
            "no",
            "no",
            "khong",
            "no",
            "0",
            "no",
            "false",
            "no",
            "chua",
            "no",
            "chua co",
            "no",
            "khong co",
            "no");

    private static final Map<String, String> POVERTY = words(
            "poor",
            "poor",
            "ngheo",
            "poor",
            "ho ngheo",
            "poor",
            "near-poor",
            "near-poor",
            "can ngheo",
            "near-poor",
            "ho can ngheo",
            "near-poor",
            "average",
            "average",
            "trung binh",
            "average",
            "muc song trung binh",
            "average",
            "ho co muc song trung binh",
            "average",
            "none",
            "none",
            "khong",
            "none",
            "binh thuong",
            "none",
            "kha",
            "none",
            "ho khong ngheo",
            "none",
            "khong ngheo",
            "none");

    private static final Map<String, String> EID = words(
            "0", "0", "chua", "0", "khong", "0", "chua co", "0", "1", "1", "muc 1", "1", "2", "2", "muc 2", "2", "co",
            "2", "x", "2");

    private static final int MOST_KNOWN = 1_000;

    private final Map<RegisterAttribute, Map<String, String>> met = new EnumMap<>(RegisterAttribute.class);

    /** The attribute's value for a filled cell; null when the cell says nothing that it knows. */
    @Nullable
    String value(RegisterAttribute attribute, String cell) {
        Map<String, String> known = met.computeIfAbsent(attribute, key -> new HashMap<>());
        String value = known.get(cell);
        if (value == null) {
            value = find(attribute, cell);
            if (value != null && known.size() < MOST_KNOWN) {
                known.put(cell, value);
            }
        }
        return value;
    }

    private static @Nullable String find(RegisterAttribute attribute, String cell) {
        if (attribute.choices().isEmpty()) {
            String clean = Folding.clean(cell);
            return attribute.accepts(clean) ? clean : null;
        }
        String word = Folding.fold(cell);
        return switch (attribute) {
            case POVERTY -> POVERTY.get(word);
            case EID_LEVEL -> EID.get(word);
            default -> YES_NO.get(word);
        };
    }

    private static Map<String, String> words(String... pairs) {
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        return Map.copyOf(words);
    }
}
