package vn.langso.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

import vn.langso.kernel.Texts;
import vn.langso.shell.ApiShape;
import vn.langso.shell.Caller;
import vn.langso.shell.Needs;
import vn.langso.shell.OpenToAll;

/** Describes one mapped endpoint as an operation of OpenAPI. */
final class Operations {

    private static final String JSON = "application/json";
    private static final Set<String> CHANGING = Set.of("post", "put", "patch", "delete");

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final Schemas schemas;
    private final Examples examples;
    private final Texts t;

    Operations(Schemas schemas, Examples examples, Texts t) {
        this.schemas = schemas;
        this.examples = examples;
        this.t = t;
    }

    /** The stable name of an endpoint, for example {@code places-search}. */
    static String id(HandlerMethod method) {
        return words(Schemas.subject(method.getBeanType())) + "-"
                + words(method.getMethod().getName());
    }

    private static String words(String camel) {
        return camel.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    Map<String, Object> describe(String verb, HandlerMethod method) {
        String id = id(method);
        String key = "api.operation." + id;
        ApiShape shape = method.getMethodAnnotation(ApiShape.class);
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id);
        operation.put("tags", List.of(words(Schemas.subject(method.getBeanType()))));
        operation.put("summary", t.say(key));
        operation.put("description", description(key, method));
        List<Object> parameters = parameters(id, method, shape);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        Map<String, Object> body = body(id, method, shape);
        if (body != null) {
            operation.put("requestBody", body);
        }
        operation.put("responses", responses(id, verb, method, shape));
        operation.put("security", security(method));
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs != null) {
            operation.put("x-permission", needs.value());
        }
        return operation;
    }

    private String description(String key, HandlerMethod method) {
        Needs needs = method.getMethodAnnotation(Needs.class);
        String access = method.hasMethodAnnotation(OpenToAll.class)
                ? t.say("api.access.open")
                : needs == null ? t.say("api.access.signed-in") : t.say("api.access.permission", needs.value());
        return t.has(key + ".more") ? t.say(key + ".more") + " " + access : access;
    }

    private static List<Object> security(HandlerMethod method) {
        List<Object> ways = new ArrayList<>();
        if (method.hasMethodAnnotation(OpenToAll.class)) {
            ways.add(Map.of());
        }
        ways.add(Map.of("bearer", List.of()));
        ways.add(Map.of("session", List.of()));
        return ways;
    }

    // ---- what is asked

    private List<Object> parameters(String id, HandlerMethod method, @Nullable ApiShape shape) {
        List<Object> parameters = new ArrayList<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
            RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
            RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
            if (path != null) {
                parameters.add(parameter(id, "path", name(parameter, path.name()), parameter, true, null));
            } else if (query != null && !isFile(parameter)) {
                boolean defaulted = !query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                boolean required = query.required() && !defaulted && !parameter.isOptional();
                String value = defaulted && !query.defaultValue().isEmpty() ? query.defaultValue() : null;
                parameters.add(parameter(id, "query", name(parameter, query.name()), parameter, required, value));
            } else if (header != null) {
                parameters.add(parameter(id, "header", name(parameter, header.name()), parameter, false, null));
            } else if (isQuestion(parameter)) {
                question(id, parameter).forEach(parameters::add);
            }
        }
        if (shape != null && shape.etag()) {
            parameters.add(Map.of("$ref", "#/components/parameters/IfNoneMatch"));
        }
        parameters.add(Map.of("$ref", "#/components/parameters/AcceptLanguage"));
        return parameters;
    }

    /** A record without annotation takes the query parameters of its components' names. */
    private static boolean isQuestion(MethodParameter parameter) {
        return parameter.getParameterType().isRecord()
                && parameter.getParameterType() != Caller.class
                && !parameter.hasParameterAnnotation(RequestBody.class);
    }

    private List<Object> question(String id, MethodParameter parameter) {
        List<Object> parameters = new ArrayList<>();
        for (var component : parameter.getParameterType().getRecordComponents()) {
            Map<String, Object> schema = schemas.ofInput(ResolvableType.forClass(component.getType()));
            boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            parameters.add(described(id, "query", component.getName(), required, schema));
        }
        return parameters;
    }

    private static boolean isFile(MethodParameter parameter) {
        return MultipartFile.class.isAssignableFrom(parameter.getParameterType());
    }

    private static String name(MethodParameter parameter, String given) {
        parameter.initParameterNameDiscovery(NAMES);
        return given.isEmpty() ? String.valueOf(parameter.getParameterName()) : given;
    }

    private Map<String, Object> parameter(
            String id, String in, String name, MethodParameter parameter, boolean required, @Nullable String value) {
        Map<String, Object> schema =
                new LinkedHashMap<>(schemas.ofInput(ResolvableType.forClass(parameter.getParameterType())));
        if (value != null) {
            schema.put("default", "integer".equals(schema.get("type")) ? (Object) Integer.valueOf(value) : value);
        }
        return described(id, in, name, required, schema);
    }

    private Map<String, Object> described(
            String id, String in, String name, boolean required, Map<String, Object> schema) {
        String own = "api.operation." + id + "." + name;
        Map<String, Object> parameter = Schemas.ordered(
                "name", name, "in", in, "description", t.has(own) ? t.say(own) : t.say("api.parameter." + name));
        if (required) {
            parameter.put("required", true);
        }
        parameter.put("schema", schema);
        JsonNode example = examples.parameter(id, name);
        if (example != null) {
            parameter.put("example", example);
        }
        return parameter;
    }

    private @Nullable Map<String, Object> body(String id, HandlerMethod method, @Nullable ApiShape shape) {
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (isFile(parameter)) {
                Map<String, Object> file = Map.of("type", "string", "contentMediaType", "application/octet-stream");
                Map<String, Object> form = Schemas.ordered(
                        "type",
                        "object",
                        "properties",
                        Map.of(name(parameter, ""), file),
                        "required",
                        List.of(name(parameter, "")));
                return Schemas.ordered(
                        "required", true, "content", Map.of("multipart/form-data", Map.of("schema", form)));
            }
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                Map<String, Object> content = Schemas.ordered("schema", bodySchema(parameter, shape));
                JsonNode example = examples.body(id);
                if (example != null) {
                    content.put("example", example);
                }
                return Schemas.ordered("required", true, "content", Map.of(JSON, content));
            }
        }
        return null;
    }

    /** A merge patch names the version it was made from. */
    private Map<String, Object> bodySchema(MethodParameter parameter, @Nullable ApiShape shape) {
        if (shape == null || shape.patched() == void.class) {
            return schemas.ofInput(ResolvableType.forMethodParameter(parameter));
        }
        Map<String, Object> version = Schemas.ordered(
                "type",
                "object",
                "properties",
                Map.of("version", Map.of("type", "integer")),
                "required",
                List.of("version"));
        return Map.of("allOf", List.of(schemas.ofInput(ResolvableType.forClass(shape.patched())), version));
    }

    // ---- what is answered

    private Map<String, Object> responses(String id, String verb, HandlerMethod method, @Nullable ApiShape shape) {
        Map<String, Object> responses = new LinkedHashMap<>();
        Map<String, Object> good = good(id, method, shape);
        boolean conditional = List.of(method.getMethodParameters()).stream()
                .anyMatch(parameter ->
                        parameter.hasParameterAnnotation(RequestHeader.class) && verb.matches("patch|delete"));
        responses.put("post".equals(verb) ? "201" : "200", good);
        if (shape != null && shape.etag()) {
            responses.put("304", Map.of("description", t.say("api.answer.304")));
        }
        problem(responses, "401");
        if (method.hasMethodAnnotation(Needs.class)) {
            problem(responses, "403");
        }
        if (List.of(method.getMethodParameters()).stream()
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
            problem(responses, "404");
        }
        if (CHANGING.contains(verb)) {
            problem(responses, "409");
        }
        if (conditional) {
            Map<String, Object> meanwhile = new LinkedHashMap<>(good);
            meanwhile.put("description", t.say("api.answer.412"));
            responses.put("412", meanwhile);
        }
        problem(responses, "422");
        problem(responses, "503");
        return responses;
    }

    private static void problem(Map<String, Object> responses, String status) {
        responses.put(status, Map.of("$ref", "#/components/responses/Problem" + status));
    }

    private Map<String, Object> good(String id, HandlerMethod method, @Nullable ApiShape shape) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String media : shape == null ? new String[] {JSON} : shape.media()) {
            if (media.endsWith("json")) {
                Map<String, Object> json = Schemas.ordered("schema", answer(method, shape));
                JsonNode example = examples.answer(id);
                if (example != null) {
                    json.put("example", example);
                }
                content.put(media, json);
            } else {
                content.put(media, Map.of());
            }
        }
        Map<String, Object> good = Schemas.ordered("description", t.say("api.answer.good"), "content", content);
        if (shape != null && shape.etag()) {
            good.put("headers", Map.of("ETag", Map.of("$ref", "#/components/headers/ETag")));
        }
        return good;
    }

    private Map<String, Object> answer(HandlerMethod method, @Nullable ApiShape shape) {
        if (shape != null && shape.answer() == Object.class) {
            return Map.of("type", "object");
        }
        if (shape != null && shape.answer() != void.class) {
            return schemas.ofAnswer(ResolvableType.forClass(shape.answer()));
        }
        ResolvableType type = ResolvableType.forMethodReturnType(method.getMethod());
        ResolvableType body = type.resolve() == ResponseEntity.class ? type.getGeneric(0) : type;
        if (Schemas.leavesOpen(body)) {
            throw new IllegalArgumentException("The answer of " + method + " is open: say it with @ApiShape");
        }
        return schemas.ofAnswer(body);
    }
}
