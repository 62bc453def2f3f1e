package vn.langso.api;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** JSON Schemas (2020-12) of the records that endpoints take and give, by name. */
final class Schemas {

    static final String REFERENCE = "#/components/schemas/";

    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(UUID.class, form("string", "uuid")),
            Map.entry(LocalDate.class, form("string", "date")),
            Map.entry(Instant.class, form("string", "date-time")),
            Map.entry(OffsetDateTime.class, form("string", "date-time")),
            Map.entry(int.class, form("integer", "int32")),
            Map.entry(Integer.class, form("integer", "int32")),
            Map.entry(long.class, form("integer", "int64")),
            Map.entry(Long.class, form("integer", "int64")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")));

    private final Map<String, Object> named = new TreeMap<>();
    private final Map<String, String> typeOfName = new LinkedHashMap<>();

    /** All records met so far, in the order of their names. */
    Map<String, Object> named() {
        return named;
    }

    /** The schema of what an endpoint answers: every member is always there, if only as null. */
    Map<String, Object> ofAnswer(ResolvableType type) {
        return of(type, true);
    }

    /** The schema of what an endpoint takes: a member that may be null may be left out. */
    Map<String, Object> ofInput(ResolvableType type) {
        return of(type, false);
    }

    private Map<String, Object> of(ResolvableType type, boolean answer) {
        Class<?> raw = type.resolve(Object.class);
        Map<String, Object> simple = SIMPLE.get(raw);
        if (simple != null) {
            return simple;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return ordered("type", "array", "items", of(type.asCollection().getGeneric(0), answer));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return ordered(
                    "type", "object", "additionalProperties", of(type.asMap().getGeneric(1), answer));
        }
        if (!raw.isRecord()) {
            throw new IllegalArgumentException("No schema for " + type + ": say it with @ApiShape");
        }
        String name = name(type, raw);
        String known = typeOfName.putIfAbsent(name, type + " " + answer);
        if (known == null) {
            named.put(name, Map.of());
            named.put(name, record(type, raw, answer));
        } else if (!known.equals(type + " " + answer)) {
            throw new IllegalArgumentException("Two schemas of the name " + name + ": " + known + " and " + type);
        }
        return Map.of("$ref", REFERENCE + name);
    }

    private Map<String, Object> record(ResolvableType owner, Class<?> raw, boolean answer) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : raw.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            Map<String, Object> schema = of(ResolvableType.forType(component.getGenericType(), owner), answer);
            properties.put(component.getName(), nullable ? orNull(schema) : schema);
            if (answer || !nullable) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = ordered("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    /** The schema, or null. */
    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            Map<String, Object> either = new LinkedHashMap<>(schema);
            either.put("type", List.of(type, "null"));
            return either;
        }
        return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    /** Nested records are called by their endpoint's subject, as many of them have the same short name. */
    private static String name(ResolvableType type, Class<?> raw) {
        StringBuilder name = new StringBuilder();
        Class<?> outer = raw.getEnclosingClass();
        String subject = outer == null ? "" : subject(outer);
        if (!raw.getSimpleName().startsWith(subject.replaceFirst("s$", ""))) {
            name.append(subject);
        }
        name.append(raw.getSimpleName());
        for (ResolvableType argument : type.getGenerics()) {
            name.append("Of").append(argument.resolve(Object.class).getSimpleName());
        }
        return name.toString();
    }

    /** What a controller is about: {@code Places} for {@code PlacesApiController}. */
    static String subject(Class<?> controller) {
        return controller.getSimpleName().replaceFirst("(Api)?Controller$", "");
    }

    /** True for {@code ResponseEntity<?>} and the like. */
    static boolean leavesOpen(ResolvableType type) {
        Type known = type.getType();
        return known instanceof WildcardType || type.resolve() == null || type.resolve() == Object.class;
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> form(String type, String format) {
        return ordered("type", type, "format", format);
    }
}
