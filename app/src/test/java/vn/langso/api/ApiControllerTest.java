package vn.langso.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
class ApiControllerTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Path CHECKED_IN = Path.of("../docs/openapi.json");

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void documentIsValidOpenApi(String language) throws IOException {
        Schema openApi = SCHEMAS.getSchema(
                ApiControllerTest.class.getResourceAsStream("/openapi/schema-3.1.json"), InputFormat.JSON);

        assertThat(openApi.validate(document(language))).isEmpty();
    }

    /** Guards the checker itself. */
    @Test
    void documentWithoutItsVersionIsNotValid() {
        Schema openApi = SCHEMAS.getSchema(
                ApiControllerTest.class.getResourceAsStream("/openapi/schema-3.1.json"), InputFormat.JSON);
        ObjectNode broken = (ObjectNode) document("en");
        ((ObjectNode) broken.get("info")).remove("version");

        assertThat(openApi.validate(broken)).isNotEmpty();
    }

    @Test
    void schemasAreValidJsonSchemas() {
        Schema jsonSchema = SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        document("en")
                .path("components")
                .path("schemas")
                .propertyStream()
                .forEach(schema -> assertThat(jsonSchema.validate(schema.getValue()))
                        .as(schema.getKey())
                        .isEmpty());
    }

    /** The access matrix is kept complete by a test of its own. */
    @Test
    void everyEndpointOfTheAccessMatrixIsDescribedAndNoOther() throws IOException {
        Set<String> written = new TreeSet<>();
        for (String row : Files.readAllLines(Path.of("src/test/resources/access-matrix.csv"))) {
            String[] cells = row.split(",", 4);
            if (cells[1].startsWith("/api/v1/")) {
                written.add(cells[0] + " " + cells[1] + (cells[2].equals("open") ? " open" : ""));
            }
        }
        Set<String> described = new TreeSet<>();
        operations().forEach((endpoint, operation) -> {
            boolean open = operation.path("security").path(0).isEmpty();
            described.add(endpoint + (open ? " open" : ""));
        });

        assertThat(described).isEqualTo(written).isNotEmpty();
    }

    @Test
    void examplesFitTheirSchemas() {
        List<String> wrong = new ArrayList<>();
        int held = 0;
        for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
            for (JsonNode media : contents(operation.getValue())) {
                if (media.has("example")) {
                    held++;
                    schema(media.get("schema"))
                            .validate(media.get("example"))
                            .forEach(error -> wrong.add(operation.getKey() + ": " + error));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(held).isGreaterThan(25);
    }

    @Test
    void listsAreAllOfTheSameShape() {
        operations().forEach((endpoint, operation) -> {
            JsonNode schema = operation
                    .path("responses")
                    .path("200")
                    .path("content")
                    .path("application/json")
                    .path("schema");
            JsonNode properties = resolved(schema).path("properties");
            if (properties.has("items")) {
                assertThat(properties.path("items").path("type").asString())
                        .as(endpoint)
                        .isEqualTo("array");
                assertThat(properties.has("after")).as(endpoint).isTrue();
            }
        });
    }

    /** {@code -Dlangso.docs=write} writes the document anew; without, a difference fails. */
    @Test
    void checkedInDocumentSaysWhatTheProgramSays() throws IOException {
        String now = ApiController.PRETTY.writeValueAsString(document("en")) + "\n";
        if ("write".equals(System.getProperty("langso.docs"))) {
            Files.writeString(CHECKED_IN, now);
        }

        // As trees: the order of members says nothing and differs from start to start.
        assertThat(ApiController.PRETTY.readTree(Files.readString(CHECKED_IN)))
                .as("docs/openapi.json differs: run ApiControllerTest with -Dlangso.docs=write and look at the change")
                .isEqualTo(ApiController.PRETTY.readTree(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void pageShowsEveryOperation(String language) throws IOException {
        var answer = http.get()
                .uri("/api")
                .cookie(new Cookie("langso_language", language))
                .exchange();

        assertThat(answer).hasStatusOk();
        String html = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        operations()
                .values()
                .forEach(operation -> assertThat(html)
                        .contains("id=\"" + operation.path("operationId").asString() + "\""));
    }

    @Test
    void tryingWithoutAScriptLeadsToTheAddress() {
        assertThat(http.get().uri("/api/try?operation=places-place&code=15313&on=2023-12-15"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/api/v1/places/15313?on=2023-12-15");
        assertThat(http.get().uri("/api/try?operation=places-search&query={query}", "hà sơn & co"))
                .hasRedirectedUrl("/api/v1/places?query=h%C3%A0%20s%C6%A1n%20%26%20co");
    }

    @Test
    void tryingLeadsNowhereElse() {
        assertThat(http.get().uri("/api/try?operation=places-place&code={code}", "//example.org/x"))
                .hasRedirectedUrl("/api/v1/places/%2F%2Fexample.org%2Fx");
        assertThat(http.get().uri("/api/try?operation=households-register")).hasStatus(404);
    }

    @Test
    void refusalTellsAllProblemsAndFitsItsSchema() throws IOException {
        Caller head = CallerSamples.of(Role.VILLAGE_HEAD, Ids.next());
        byte[] answer = http.post()
                .uri("/api/v1/households")
                .with(csrf())
                .requestAttr(Caller.class.getName(), head)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"number": "HK-1", "members": [{"birth": "31/02/1980", "sex": "?"}]}
                        """)
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        JsonNode problem = JsonMapper.shared().readTree(answer);

        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(problem.path("problems")
                        .valueStream()
                        .map(each -> each.path("field").asString()))
                .contains("birth", "sex");
        assertThat(problem.path("problems").path(0).path("code")).isEqualTo(problem.path("code"));
        assertThat(schema(document("en").at("/components/schemas/Problem")).validate(problem))
                .isEmpty();
    }

    @Test
    void badQueryValueNamesItsField() {
        Caller head = CallerSamples.of(Role.VILLAGE_HEAD, Ids.next());
        var answer = http.get()
                .uri("/api/v1/households?limit=many")
                .requestAttr(Caller.class.getName(), head)
                .exchange();

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.problems[0].field").isEqualTo("limit");
    }

    private JsonNode document(String language) {
        try {
            byte[] body = http.get()
                    .uri("/api/openapi.json")
                    .header("Accept-Language", language)
                    .exchange()
                    .getResponse()
                    .getContentAsByteArray();
            return JsonMapper.shared().readTree(body);
        } catch (RuntimeException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new java.util.TreeMap<>();
        document("en")
                .path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(verb -> operations.put(
                                verb.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                verb.getValue())));
        return operations;
    }

    private static List<JsonNode> contents(JsonNode operation) {
        List<JsonNode> contents = new ArrayList<>();
        operation.path("requestBody").path("content").forEach(contents::add);
        operation.path("responses").forEach(response -> response.path("content").forEach(contents::add));
        return contents;
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("#");
        return reference.equals("#") ? schema : document("en").at(reference.substring(1));
    }

    /** The schema with the components that it refers to. */
    private Schema schema(JsonNode schema) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.set("components", document("en").get("components"));
        whole.setAll((ObjectNode) schema);
        return SCHEMAS.getSchema(whole);
    }
}
