package vn.langso.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.kernel.Texts;
import vn.langso.shell.Languages;

/** The OpenAPI 3.1 document of everything mapped below {@code /api/v1/}; made at first use, in each language once. */
@Component
class ApiDescription {

    private static final String BASE = "/api/v1/";
    private static final List<String> PROBLEMS = List.of("401", "403", "404", "409", "422", "503");

    private final RequestMappingHandlerMapping mapping;
    private final Languages languages;
    private final Examples examples = Examples.read();
    private final Map<String, JsonNode> documents = new ConcurrentHashMap<>();

    ApiDescription(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, Languages languages) {
        this.mapping = mapping;
        this.languages = languages;
    }

    /** The document in the language of these texts. */
    JsonNode in(Texts t) {
        return documents.computeIfAbsent(t.language(), language -> make(languages.of(language)));
    }

    private JsonNode make(Texts t) {
        Schemas schemas = new Schemas();
        Operations operations = new Operations(schemas, examples, t);
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        List<String> tags = new ArrayList<>();
        mapped().forEach((path, methods) -> methods.forEach((verb, method) -> {
            Map<String, Object> operation = operations.describe(verb, method);
            paths.computeIfAbsent(path, _ -> new TreeMap<>()).put(verb, operation);
            String tag = (String) ((List<?>) java.util.Objects.requireNonNull(operation.get("tags"))).getFirst();
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }));
        Map<String, Object> document = Schemas.ordered("openapi", "3.1.0", "info", info(t));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("bearer", List.of()), Map.of("session", List.of())));
        document.put(
                "tags",
                tags.stream()
                        .map(tag -> Schemas.ordered("name", tag, "description", t.say("api.tag." + tag)))
                        .toList());
        document.put("paths", paths);
        document.put("components", components(schemas, t));
        return JsonMapper.shared().valueToTree(document);
    }

    private Map<String, Map<String, HandlerMethod>> mapped() {
        Map<String, Map<String, HandlerMethod>> all = new TreeMap<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            for (String path : info.getPatternValues()) {
                if (path.startsWith(BASE)) {
                    for (RequestMethod verb : info.getMethodsCondition().getMethods()) {
                        all.computeIfAbsent(path, _ -> new TreeMap<>())
                                .put(verb.name().toLowerCase(java.util.Locale.ROOT), method);
                    }
                }
            }
        });
        return all;
    }

    private static Map<String, Object> info(Texts t) {
        return Schemas.ordered(
                "title",
                t.say("api.info.title"),
                "version",
                "1",
                "description",
                t.say("api.info.description"),
                "license",
                Schemas.ordered("name", "Apache-2.0", "identifier", "Apache-2.0"));
    }

    private Map<String, Object> components(Schemas schemas, Texts t) {
        Map<String, Object> named = new TreeMap<>(schemas.named());
        named.put("Problem", problem());
        Map<String, Object> responses = new LinkedHashMap<>();
        for (String status : PROBLEMS) {
            Map<String, Object> json = Schemas.ordered("schema", Map.of("$ref", Schemas.REFERENCE + "Problem"));
            JsonNode example = examples.answer("problem-" + status);
            if (example != null) {
                json.put("example", example);
            }
            responses.put(
                    "Problem" + status,
                    Schemas.ordered(
                            "description",
                            t.say("api.answer." + status),
                            "content",
                            Map.of("application/problem+json", json)));
        }
        return Schemas.ordered(
                "schemas",
                named,
                "responses",
                responses,
                "parameters",
                Schemas.ordered(
                        "AcceptLanguage",
                        header("Accept-Language", t.say("api.parameter.Accept-Language"), "en"),
                        "IfNoneMatch",
                        header("If-None-Match", t.say("api.parameter.If-None-Match"), null)),
                "headers",
                Map.of(
                        "ETag",
                        Schemas.ordered("description", t.say("api.header.etag"), "schema", Map.of("type", "string"))),
                "securitySchemes",
                securitySchemes(t));
    }

    private static Map<String, Object> header(
            String name, String description, @org.jspecify.annotations.Nullable String example) {
        Map<String, Object> header = Schemas.ordered(
                "name", name, "in", "header", "description", description, "schema", Map.of("type", "string"));
        if (example != null) {
            header.put("example", example);
        }
        return header;
    }

    private static Map<String, Object> securitySchemes(Texts t) {
        return Schemas.ordered(
                "bearer",
                Schemas.ordered("type", "http", "scheme", "bearer", "description", t.say("api.security.bearer")),
                "session",
                Schemas.ordered(
                        "type",
                        "apiKey",
                        "in",
                        "cookie",
                        "name",
                        "langso_session",
                        "description",
                        t.say("api.security.session")));
    }

    /** RFC 9457 with the members of our own; the answers are shell's. */
    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> one = Schemas.ordered(
                "type",
                "object",
                "properties",
                Schemas.ordered(
                        "code",
                        text,
                        "field",
                        Map.of("type", List.of("string", "null")),
                        "title",
                        text,
                        "detail",
                        text),
                "required",
                List.of("code", "field", "title", "detail"));
        return Schemas.ordered(
                "type",
                "object",
                "properties",
                Schemas.ordered(
                        "type",
                        text,
                        "title",
                        text,
                        "status",
                        Map.of("type", "integer"),
                        "detail",
                        text,
                        "instance",
                        text,
                        "code",
                        text,
                        "problems",
                        Schemas.ordered("type", "array", "minItems", 1, "items", one)),
                "required",
                List.of("type", "title", "status", "detail", "instance", "code", "problems"));
    }
}
