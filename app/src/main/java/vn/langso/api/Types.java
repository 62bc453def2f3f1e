package vn.langso.api;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says a schema in a few signs, for people: {@code string (date) | null}. */
final class Types {

    private Types() {}

    static String say(JsonNode schema) {
        if (schema.has("$ref")) {
            return name(schema);
        }
        if (schema.has("anyOf")) {
            return schema.path("anyOf").valueStream().map(Types::say).collect(Collectors.joining(" | "));
        }
        JsonNode type = schema.path("type");
        String said = type.isArray()
                ? type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" | "))
                : type.asString("any");
        if (schema.has("format")) {
            said = said.replaceFirst("^\\w+", "$0 (" + schema.path("format").asString() + ")");
        }
        if (schema.has("items")) {
            return say(schema.path("items")) + "[]" + (said.endsWith("null") ? " | null" : "");
        }
        return schema.has("additionalProperties") ? "{ …: " + say(schema.path("additionalProperties")) + " }" : said;
    }

    /** The name of the record that the schema speaks of, alone or in a list; null when it is none. */
    static @Nullable String link(JsonNode schema) {
        if (schema.has("$ref")) {
            return name(schema);
        }
        for (String inner : new String[] {"items", "additionalProperties"}) {
            if (schema.has(inner)) {
                return link(schema.path(inner));
            }
        }
        return schema.path("anyOf").isMissingNode()
                ? null
                : link(schema.path("anyOf").path(0));
    }

    private static String name(JsonNode schema) {
        return schema.path("$ref").asString().substring(Schemas.REFERENCE.length());
    }
}
