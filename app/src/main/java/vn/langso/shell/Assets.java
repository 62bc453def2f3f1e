package vn.langso.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Maps the logical name of a front-end file ("app.css") to its address with the hash of its content. */
@Component
class Assets {

    private final Map<String, String> addresses = new HashMap<>();

    Assets() {
        try (InputStream in = Assets.class.getResourceAsStream("/static/assets/assets.json")) {
            if (in == null) {
                return;
            }
            JsonNode manifest = JsonMapper.shared().readTree(in);
            manifest.propertyStream().forEach(entry -> addresses.put(entry.getKey(), address(entry.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a built file; the plain name when the front end was not built (unit tests). */
    String address(String name) {
        return addresses.getOrDefault(name, "/assets/" + name);
    }

    private static String address(JsonNode file) {
        return "/assets/"
                + (file.isString() ? file.asString() : file.get("file").asString());
    }
}
