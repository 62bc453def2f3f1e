package vn.langso.places;

import java.net.URI;
import java.text.Normalizer;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.langso.kernel.Role;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
class PlacesControllerTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Places places;

    @Test
    void codeOnADayAnswersWithItsPathOfThatDay() {
        MvcTestResult answer = api("/api/v1/places/15313?on=2023-12-15");

        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.path[*].fullName")
                .asArray()
                .containsExactly("Việt Nam", "Tỉnh Thanh Hóa", "Huyện Hà Trung", "Xã Hà Sơn");
        assertThat(answer).bodyJson().extractingPath("$.asOf").isEqualTo("2023-12-15");
    }

    @Test
    void endedCodeWithoutADayAnswersAsOfItsLastDay() {
        MvcTestResult answer = api("/api/v1/places/15313");

        assertThat(answer).bodyJson().extractingPath("$.endedOn").isEqualTo("2025-06-30");
        assertThat(answer).bodyJson().extractingPath("$.asOf").isEqualTo("2025-06-30");
        assertThat(answer).bodyJson().extractingPath("$.successors[0].code").isEqualTo("15316");
    }

    @Test
    void reusedCodeMeansAnotherPlaceAfterTheReform() {
        assertThat(api("/api/v1/places/15271?on=2025-06-30"))
                .bodyJson()
                .extractingPath("$.fullName")
                .isEqualTo("Thị trấn Hà Trung");
        assertThat(api("/api/v1/places/15271?on=2025-07-01"))
                .bodyJson()
                .extractingPath("$.fullName")
                .isEqualTo("Xã Hà Trung");
        assertThat(api("/api/v1/places/15841"))
                .bodyJson()
                .extractingPath("$.successors[0].code")
                .isEqualTo("15835");
    }

    @Test
    void searchIsFoldedAndDecomposedTextIsTheSame() {
        assertThat(api("/api/v1/places?query=ha son"))
                .bodyJson()
                .extractingPath("$.items[0].code")
                .isEqualTo("15313");
        assertThat(api("/api/v1/places?query=" + Normalizer.normalize("Hà Sơn", Normalizer.Form.NFD)))
                .bodyJson()
                .extractingPath("$.items[0].code")
                .isEqualTo("15313");
    }

    @Test
    void searchGoesOnAfterTheMarkWithoutGapsOrRepeats() {
        MvcTestResult first = api("/api/v1/places?query=ha&limit=3&on=2023-12-15");
        assertThat(first).bodyJson().extractingPath("$.items").asArray().hasSize(3);
        String third = codeAt("/api/v1/places?query=ha&limit=4&on=2023-12-15", 3);

        assertThat(codeAt("/api/v1/places?query=ha&limit=3&on=2023-12-15&after=" + afterOf(first), 0))
                .isEqualTo(third);
    }

    @Test
    void unchangedPlacesAreNotSentTwice() {
        String mark = api("/api/v1/places/15316").getResponse().getHeader("ETag");

        assertThat(http.get().uri("/api/v1/places/15316").header("If-None-Match", mark))
                .hasStatus(304);
    }

    @Test
    void childrenOfTheProvinceAreItsCommunes() {
        assertThat(api("/api/v1/places/38/children?on=2025-07-01"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .hasSize(166);
    }

    @Test
    void boundaryIsMarkedIllustrativeAndOldPlacesHaveNone() {
        MvcTestResult outline = api("/api/v1/places/15316/boundary");
        assertThat(outline).hasStatusOk().hasContentType("application/geo+json");
        assertThat(outline)
                .bodyJson()
                .extractingPath("$.features[0].properties.illustrative")
                .isEqualTo(true);
        assertThat(api("/api/v1/places/15271/boundary?on=2024-01-01")).hasStatus(404);
    }

    @Test
    void eachBadQuestionHasItsCode() {
        assertRefused("/api/v1/places/99999", 404, "PLC-001");
        assertRefused("/api/v1/places/" + "1".repeat(5_000), 404, "PLC-001");
        assertRefused("/api/v1/places/15313?on=2019-01-01", 404, "PLC-002");
        assertRefused("/api/v1/places/15313?on=2023-02-30", 422, "PLC-003");
        assertRefused("/api/v1/places/15313?on=hôm qua", 422, "PLC-003");
        assertRefused("/api/v1/places/15313?on=2026-01-01", 404, "PLC-005");
        assertRefused("/api/v1/places?query=" + "x".repeat(100_000), 422, "PLC-004");
    }

    @Test
    void emojiFindsNothingAndBreaksNothing() {
        assertThat(api("/api/v1/places?query=🏡"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @Test
    void problemsSpeakTheReadersLanguage() {
        assertThat(http.get().uri("/api/v1/places/99999").header("Accept-Language", "en"))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("No such place");
        assertThat(api("/api/v1/places/99999"))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Không có nơi này");
    }

    @Test
    void pageTellsTheStoryOfTheMerger() {
        assertThat(http.get().uri("/places/15316"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Thành lập xã Tống Sơn",
                        "Xã Hà Sơn",
                        "Thị trấn Hà Lĩnh",
                        "1686/NQ-UBTVQH15",
                        "không phải ranh giới pháp lý");
    }

    @Test
    void pagesSpeakEnglishToo() {
        assertThat(http.get().uri("/places/15313?on=2023-12-15").cookie(new Cookie("langso_language", "en")))
                .hasStatusOk()
                .bodyText()
                .contains("What happened here", "This unit ended on 30/06/2025.");
    }

    @Test
    void searchPageShowsWhatWasTypedAsText() {
        assertThat(get("/places?query=<script>alert(1)</script>"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert")
                .contains("&lt;script");
    }

    @Test
    void formsAreForThoseWhoMayChangePlaces() {
        Caller clerk = CallerSamples.of(Role.COMMUNE_CLERK, id("15316"));

        assertThat(http.get().uri("/places/15316/change/rename").requestAttr(Caller.class.getName(), clerk))
                .hasStatus(403);
        assertThat(http.get().uri("/places/changes")).hasStatus(302);
    }

    @Test
    void officerPreviewsConfirmsAndUndoes() {
        Caller administrator = CallerSamples.of(Role.ADMINISTRATOR, id("15835"), id("15841"));
        long revision = places.tree().revision();

        assertThat(post("/places/15835/change/rename", administrator, "step", "preview"))
                .hasStatusOk()
                .bodyText()
                .contains("Đổi tên: 1 đơn vị", "name=\"revision\" value=\"" + revision + "\"");
        assertThat(places.tree().revision()).isEqualTo(revision);
        assertThat(post(
                        "/places/15835/change/rename",
                        administrator,
                        "step",
                        "confirm",
                        "revision",
                        String.valueOf(revision)))
                .hasRedirectedUrl("/places/changes");
        assertThat(places.tree().byCode("15835", null).orElseThrow().name()).isEqualTo("Thiệu Trung Mới");
        UUID operation = places.latestOperations(1).getFirst().id();
        assertThat(post("/places/changes/" + operation + "/undo", administrator))
                .hasStatus(302);
        assertThat(places.tree().byCode("15835", null).orElseThrow().name()).isEqualTo("Thiệu Trung");
    }

    @Test
    void oldPreviewIsShownAgainInsteadOfDone() {
        Caller administrator = CallerSamples.of(Role.ADMINISTRATOR, id("15835"));

        assertThat(post("/places/15835/change/rename", administrator, "step", "confirm", "revision", "1"))
                .hasStatus(409)
                .bodyText()
                .contains("người khác đã ghi một thay đổi", "value=\"Thiệu Trung Mới\"");
    }

    @Test
    void dayThatDoesNotExistIsShownAtItsField() {
        Caller administrator = CallerSamples.of(Role.ADMINISTRATOR, id("15835"));

        assertThat(post("/places/15835/change/rename", administrator, "effective-month", "2", "effective-day", "30"))
                .hasStatus(422)
                .bodyText()
                .contains("30/2/2026");
    }

    private MvcTestResult post(String path, Caller caller, String... more) {
        var request = http.post()
                .uri(path)
                .requestAttr(Caller.class.getName(), caller)
                .with(csrf())
                .param("number", "9/NQ-HĐND")
                .param("unitType", "xa")
                .param("name", "Thiệu Trung Mới");
        String day = "1";
        String month = "10";
        for (int i = 0; i < more.length; i += 2) {
            if (more[i].equals("effective-day")) {
                day = more[i + 1];
            } else if (more[i].equals("effective-month")) {
                month = more[i + 1];
            } else {
                request = request.param(more[i], more[i + 1]);
            }
        }
        return request.param("effective-day", day)
                .param("effective-month", month)
                .param("effective-year", "2026")
                .exchange();
    }

    private UUID id(String code) {
        return places.tree().byCode(code, null).orElseThrow().id();
    }

    private void assertRefused(String path, int status, String code) {
        assertThat(api(path))
                .hasStatus(status)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    private String codeAt(String path, int index) {
        return new tools.jackson.databind.json.JsonMapper()
                .readTree(body(api(path)))
                .at("/items/" + index + "/code")
                .asString();
    }

    private static String afterOf(MvcTestResult answer) {
        return new tools.jackson.databind.json.JsonMapper()
                .readTree(body(answer))
                .at("/after")
                .asString();
    }

    private static byte[] body(MvcTestResult answer) {
        return answer.getResponse().getContentAsByteArray();
    }

    private MvcTestResult api(String path) {
        return get(path);
    }

    private MvcTestResult get(String path) {
        int question = path.indexOf('?');
        String query = question < 0 ? null : path.substring(question + 1);
        try {
            URI uri = new URI(null, null, question < 0 ? path : path.substring(0, question), query, null);
            return http.get().uri(uri).exchange();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void whatNoDocumentConfirmsIsSaidToBeInDoubt() {
        assertThat(http.get().uri("/places/15217?on=2024-06-01"))
                .bodyText()
                .contains("chưa kiểm chứng", "Xã Thạch Long");
        assertThat(http.get().uri("/places/16651"))
                .bodyText()
                .contains("Nơi kế thừa chưa kiểm chứng", "(chưa kiểm chứng)");
        assertThat(http.get().uri("/api/v1/places/16651"))
                .bodyJson()
                .extractingPath("$.successorsVerified")
                .isEqualTo(false);
        assertThat(http.get().uri("/api/v1/places/15313"))
                .bodyJson()
                .extractingPath("$.successorsVerified")
                .isEqualTo(true);
    }
}
