package vn.langso.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values of the reference case that the description shows; a test holds each answer against its schema. */
final class Examples {

    private final JsonNode all;

    private Examples(JsonNode all) {
        this.all = all;
    }

    static Examples read() {
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream("/api/examples.json"))) {
            return new Examples(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to try for a parameter: the operation's own value, else the one common to its name. */
    @Nullable
    JsonNode parameter(String operation, String name) {
        JsonNode own = all.path("operations").path(operation).path("parameters");
        return known(own.has(name) ? own.get(name) : all.path("parameters").path(name));
    }

    @Nullable
    JsonNode body(String operation) {
        return known(all.path("operations").path(operation).path("body"));
    }

    @Nullable
    JsonNode answer(String operation) {
        return known(all.path("operations").path(operation).path("answer"));
    }

    private static @Nullable JsonNode known(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node;
    }
}
