package vn.langso.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.shell.Html;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The description of the API for programs and for people, and the way to try it. */
@Controller
class ApiController {

    static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ApiDescription description;
    private final Pages pages;

    ApiController(ApiDescription description, Pages pages) {
        this.description = description;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/api/openapi.json")
    ResponseEntity<JsonNode> document(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .body(description.in(pages.texts(request)));
    }

    @OpenToAll
    @GetMapping("/api")
    Html page(HttpServletRequest request) {
        Texts t = pages.texts(request);
        JsonNode document = description.in(t);
        return Html.of(
                "api/page.jte",
                new View(pages.page(request, "", "api.page.title"), groups(document), schemas(document)));
    }

    /** Without a script: puts the values into the address of a reading operation and goes there, as the one signed in. */
    @OpenToAll
    @GetMapping("/api/try")
    String tryIt(HttpServletRequest request, @RequestParam String operation) {
        Operation asked = groups(description.in(pages.texts(request))).stream()
                .flatMap(group -> group.operations().stream())
                .filter(each -> each.id().equals(operation) && each.reads())
                .findFirst()
                .orElseThrow(() -> Problem.at("operation", ApiProblem.UNKNOWN_OPERATION, operation)
                        .asException());
        String path = asked.path();
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        for (Parameter parameter : asked.parameters()) {
            String value = request.getParameter(parameter.name());
            if (value == null || value.isBlank()) {
                continue;
            }
            if (parameter.in().equals("path")) {
                path = path.replace(
                        "{" + parameter.name() + "}", UriUtils.encode(value, java.nio.charset.StandardCharsets.UTF_8));
            } else {
                address.queryParam(parameter.name(), UriUtils.encode(value, java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return "redirect:" + path.replaceAll("[{}]", "") + address.build(true).toUriString();
    }

    /** Operations about the same thing. */
    record Group(String name, String description, List<Operation> operations) {}

    /**
     * One operation for the page.
     *
     * @param permission what the caller's role must hold; null when none is needed
     * @param body an example of what is sent; null when nothing is
     * @param answer an example of what comes; null when there is none
     * @param schema name of the answer's schema; null when it is no record
     */
    record Operation(
            String id,
            String verb,
            String path,
            String summary,
            String description,
            @Nullable String permission,
            List<Parameter> parameters,
            @Nullable String body,
            @Nullable String bodySchema,
            @Nullable String answer,
            @Nullable String schema,
            List<String> statuses) {

        boolean reads() {
            return verb.equals("GET");
        }

        /** A file is chosen in a form of its own; the page only tells about it. */
        boolean uploads() {
            return verb.equals("POST") && !takesJson();
        }

        boolean takesJson() {
            return bodySchema != null;
        }
    }

    record Parameter(String name, String in, String description, boolean required, String type, String example) {}

    record Schema(String name, List<Member> members) {}

    record Member(String name, String type, @Nullable String link, boolean required) {}

    record View(Page page, List<Group> groups, List<Schema> schemas) {}

    private static List<Group> groups(JsonNode document) {
        List<Group> groups = new ArrayList<>();
        for (JsonNode tag : document.path("tags")) {
            String name = tag.path("name").asString();
            List<Operation> operations = new ArrayList<>();
            document.path("paths")
                    .propertyStream()
                    .forEach(path -> path.getValue()
                            .propertyStream()
                            .filter(verb -> verb.getValue()
                                    .path("tags")
                                    .path(0)
                                    .asString()
                                    .equals(name))
                            .map(verb -> operation(path.getKey(), verb))
                            .forEach(operations::add));
            groups.add(new Group(name, tag.path("description").asString(), operations));
        }
        return groups;
    }

    private static Operation operation(String path, Map.Entry<String, JsonNode> verb) {
        JsonNode node = verb.getValue();
        JsonNode body = node.path("requestBody").path("content").path("application/json");
        JsonNode responses = node.path("responses");
        JsonNode answer = (responses.has("200") ? responses.get("200") : responses.path("201"))
                .path("content")
                .path("application/json");
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode each : node.path("parameters")) {
            if (each.has("name")) {
                parameters.add(parameter(each));
            }
        }
        JsonNode patched = body.path("schema").path("allOf").path(0);
        return new Operation(
                node.path("operationId").asString(),
                verb.getKey().toUpperCase(Locale.ROOT),
                path,
                node.path("summary").asString(),
                node.path("description").asString(),
                node.has("x-permission") ? node.path("x-permission").asString() : null,
                parameters,
                pretty(body.path("example")),
                Types.link(patched.isMissingNode() ? body.path("schema") : patched),
                pretty(answer.path("example")),
                Types.link(answer.path("schema")),
                responses.propertyStream().map(Map.Entry::getKey).toList());
    }

    private static Parameter parameter(JsonNode node) {
        return new Parameter(
                node.path("name").asString(),
                node.path("in").asString(),
                node.path("description").asString(),
                node.path("required").asBoolean(false),
                Types.say(node.path("schema")),
                node.path("example").asString(""));
    }

    private static List<Schema> schemas(JsonNode document) {
        List<Schema> schemas = new ArrayList<>();
        document.path("components").path("schemas").propertyStream().forEach(schema -> {
            List<String> required = schema.getValue()
                    .path("required")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            List<Member> members = schema.getValue()
                    .path("properties")
                    .propertyStream()
                    .map(member -> new Member(
                            member.getKey(),
                            Types.say(member.getValue()),
                            Types.link(member.getValue()),
                            required.contains(member.getKey())))
                    .toList();
            schemas.add(new Schema(schema.getKey(), members));
        });
        return schemas;
    }

    private static @Nullable String pretty(JsonNode example) {
        return example.isMissingNode() ? null : PRETTY.writeValueAsString(example);
    }
}
