package vn.langso.iot.intake;

import java.time.DateTimeException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the intake must know of a message, read in one pass over its bytes without building a tree. Also proves that it is one JSON object
 * and nothing else; numbers such as NaN are none.
 *
 * @param seq below zero when there is none
 * @param at null when there is none or it is no time
 */
record Scan(long seq, @Nullable Instant at, @Nullable Instant sent) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Null when the bytes are no JSON object. */
    static @Nullable Scan of(byte[] payload) {
        long seq = -1;
        Instant at = null;
        Instant sent = null;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "seq" -> seq = value == JsonToken.VALUE_NUMBER_INT ? number(parser) : -1;
                    case "at" -> at = value == JsonToken.VALUE_STRING ? time(parser.getString()) : null;
                    case "sent" -> sent = value == JsonToken.VALUE_STRING ? time(parser.getString()) : null;
                    default -> parser.skipChildren();
                }
            }
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null
                    ? new Scan(seq, at, sent)
                    : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private static long number(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? -1 : parser.getLongValue();
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
