package vn.langso.households;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Attributes as they stand in the column: {@code {"internet": ["yes", "2023-11-20", "survey"]}}. */
final class AttributeJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AttributeJson() {}

    /** Values that pass {@link RegisterAttribute#accepts} hold no sign that JSON would escape. */
    static String write(Map<RegisterAttribute, AttributeValue> attributes) {
        StringBuilder json = new StringBuilder(64).append('{');
        attributes.forEach((attribute, known) -> {
            if (!attribute.accepts(known.value())) {
                throw new IllegalArgumentException("Not a value of " + attribute.code());
            }
            json.append(json.length() > 1 ? ",\"" : "\"")
                    .append(attribute.code())
                    .append("\":[\"")
                    .append(known.value())
                    .append("\",\"")
                    .append(known.from())
                    .append("\",\"")
                    .append(known.source().code())
                    .append("\"]");
        });
        return json.append('}').toString();
    }

    /** Codes that this version does not know are left out: a newer one wrote them. */
    static Map<RegisterAttribute, AttributeValue> read(String json) {
        Map<RegisterAttribute, AttributeValue> attributes = new EnumMap<>(RegisterAttribute.class);
        if (json.length() > 2) {
            JSON.readTree(json)
                    .propertyStream()
                    .forEach(entry -> RegisterAttribute.ofCode(entry.getKey())
                            .ifPresent(attribute -> attributes.put(attribute, value(entry.getValue()))));
        }
        return attributes;
    }

    private static AttributeValue value(JsonNode node) {
        return new AttributeValue(
                node.get(0).asString(),
                LocalDate.parse(node.get(1).asString()),
                AttributeValue.Source.ofCode(node.get(2).asString()).orElse(AttributeValue.Source.REGISTER));
    }
}
