package vn.langso.households;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.langso.kernel.Role;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.langso.households.RegisterSamples.household;
import static vn.langso.households.RegisterSamples.with;

@SpringBootTest
@AutoConfigureMockMvc
class HouseholdsControllerTest {

    private static int number = 30;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Places places;

    @Autowired
    private Households households;

    private String code = "";
    private Caller head = Caller.program("nobody");
    private UUID id = UUID.randomUUID();

    @BeforeEach
    void villageWithOneHousehold() {
        code = "15313-" + ++number;
        UUID commune = places.tree()
                .byCode("15313", LocalDate.of(2023, 12, 15))
                .orElseThrow()
                .id();
        UUID village = places.establishVillage(
                Caller.program("test"),
                new NewVillage(code, "thon", "Mẫu " + number, commune),
                new Decision("01/QĐ-UBND", LocalDate.of(2023, 4, 10), "Thành lập thôn"));
        head = CallerSamples.of(Role.VILLAGE_HEAD, village);
        NewHousehold lived = household(village, "HK-001", "Lê Văn <b>Đậm</b>", "Lê Thị Hoà");
        id = households.register(head, with(lived, RegisterAttribute.INTERNET, "yes"));
    }

    private MockMvcRequestBuilder as(Caller caller, MockMvcRequestBuilder request) {
        return request.requestAttr(Caller.class.getName(), caller);
    }

    private MvcTestResult post(String path, String... fields) {
        MockMvcRequestBuilder request = http.post().uri(path).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return as(head, request).exchange();
    }

    @Test
    void listFindsAMemberAndShowsNamesEscaped() {
        assertThat(as(head, http.get().uri("/households?place=" + code + "&q=hoa")))
                .hasStatusOk()
                .bodyText()
                .contains("Lê Thị Hoà", "Lê Văn &lt;b&gt;Đậm")
                .doesNotContain("<b>Đậm");
    }

    @Test
    void emptyListSaysWhatToDo() {
        assertThat(as(head, http.get().uri("/households?place=" + code + "&filter=poor")))
                .hasStatusOk()
                .bodyText()
                .contains("Không tìm thấy hộ nào");
    }

    @Test
    void residentAndHeadOfAnotherVillageMayNotLook() {
        Caller resident = CallerSamples.of(Role.RESIDENT, UUID.randomUUID());
        Caller elsewhere = CallerSamples.of(Role.VILLAGE_HEAD, UUID.randomUUID());

        assertThat(as(resident, http.get().uri("/households"))).hasStatus(403);
        assertThat(as(elsewhere, http.get().uri("/households/" + id))).hasStatus(403);
        assertThat(as(elsewhere, http.get().uri("/households?place=" + code))).hasStatus(403);
    }

    @Test
    void wrongDateAndEmojiComeBackWithWhatWasTypedAndAMessageAtTheField() {
        MvcTestResult answer = post(
                "/households/" + id + "/persons",
                "fullName",
                "Lê 😀",
                "birth-day",
                "30",
                "birth-month",
                "2",
                "birth-year",
                "1980",
                "relation",
                "child",
                "residence",
                "permanent");

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("ds-error-summary", "Ngày này không có trong lịch", "biểu tượng cảm xúc", "value=\"30\"");
    }

    @Test
    void contradictionToTheCccdAsksOnceMoreAndIsThenSaved() {
        String[] fields = {
            "fullName",
            "Lê Thị Ba",
            "birth-year",
            "1986",
            "sex",
            "female",
            "relation",
            "child",
            "residence",
            "permanent",
            "cccd",
            "038185001234",
            "from-day",
            "1",
            "from-month",
            "2",
            "from-year",
            "2024"
        };

        MvcTestResult asked = post("/households/" + id + "/persons", fields);
        assertThat(asked).hasStatus(422).bodyText().contains("sinh năm 1985", "Vẫn lưu", "name=\"confirmed\"");
        assertThat(post("/households/" + id + "/persons", confirmed(asked, fields)))
                .hasStatus(303);
        assertThat(households.find(head, id).orElseThrow().memberCount()).isEqualTo(3);
    }

    @Test
    void confirmationHoldsForTheContradictionThatWasShownAndForNoOther() {
        String[] fields = {
            "fullName",
            "Lê Thị Tư",
            "birth-year",
            "1986",
            "sex",
            "female",
            "relation",
            "child",
            "residence",
            "permanent",
            "cccd",
            "038185001235",
            "from-day",
            "1",
            "from-month",
            "2",
            "from-year",
            "2024"
        };
        MvcTestResult asked = post("/households/" + id + "/persons", fields);
        String[] other = confirmed(asked, fields);
        other[3] = "1990";

        assertThat(post("/households/" + id + "/persons", other))
                .hasStatus(422)
                .bodyText()
                .contains("Vẫn lưu");
        assertThat(households.find(head, id).orElseThrow().memberCount()).isEqualTo(2);
    }

    /** The fields again with the confirmation that the answer offers. */
    private static String[] confirmed(MvcTestResult asked, String... fields) {
        Matcher offered = Pattern.compile("name=\"confirmed\" value=\"(\\w+)\"")
                .matcher(new String(asked.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(offered.find()).isTrue();
        String[] confirmed = Arrays.copyOf(fields, fields.length + 2);
        confirmed[fields.length] = "confirmed";
        confirmed[fields.length + 1] = offered.group(1);
        return confirmed;
    }

    @Test
    void whoeverIsSecondSeesBothVersionsAndChoosesByField() {
        int seen = households.find(head, id).orElseThrow().version();
        households.edit(head, id, new HouseholdDraft("HK-001", "Ngõ Đông", "Số 12"), seen);
        String version = String.valueOf(seen);

        MvcTestResult conflict = post(
                "/households/" + id + "/edit",
                "version",
                version,
                "number",
                "HK-001",
                "lane",
                "Ngõ Tây",
                "address",
                "Số 99");
        assertThat(conflict)
                .hasStatus(409)
                .bodyText()
                .contains("Ngõ Đông", "Ngõ Tây", "choice-lane", "name=\"version\" value=\"" + (seen + 1) + "\"");

        MvcTestResult chosen = post(
                "/households/" + id + "/edit",
                "version",
                String.valueOf(seen + 1),
                "number",
                "HK-001",
                "lane",
                "Ngõ Tây",
                "address",
                "Số 99",
                "choice-lane",
                "theirs",
                "choice-address",
                "mine");
        assertThat(chosen).hasStatus(303);
        Household after = households.find(head, id).orElseThrow();
        assertThat(after.lane()).isEqualTo("Ngõ Đông");
        assertThat(after.address()).isEqualTo("Số 99");
    }

    @Test
    void deletedFactMayBeTakenBackFromThePage() {
        assertThat(post("/households/" + id + "/attributes/internet/delete")).hasStatus(303);
        assertThat(households.find(head, id).orElseThrow().value(RegisterAttribute.INTERNET))
                .isNull();

        UUID undo = households.undoOffered(head, id).orElseThrow();
        assertThat(as(head, http.get().uri("/households/" + id))).bodyText().contains("/undo/" + undo, "Hoàn tác");
        assertThat(post("/households/" + id + "/undo/" + undo)).hasStatus(303);
        assertThat(households.find(head, id).orElseThrow().value(RegisterAttribute.INTERNET))
                .isEqualTo("yes");
    }

    @Test
    void apiAnswersAnOldVersionWithTheNewOne() {
        String attribute = "/api/v1/households/" + id + "/attributes/internet";
        MockMvcRequestBuilder first =
                http.delete().uri(attribute).header("If-Match", "\"1\"").with(csrf());
        MockMvcRequestBuilder second =
                http.delete().uri(attribute).header("If-Match", "\"1\"").with(csrf());

        assertThat(as(head, first)).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(as(head, second))
                .hasStatus(412)
                .hasHeader("ETag", "\"2\"")
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(2);
    }

    @Test
    void allMistakesOfAFormAreShownAtOnceAndTheTitleSaysSo() {
        assertThat(post("/households/" + id + "/end", "reason", "", "on-day", "30", "on-month", "2", "on-year", "2026"))
                .hasStatus(422)
                .bodyText()
                .contains("<title>Lỗi: ", "Có 2 chỗ cần sửa", "không có trong lịch");
    }

    @Test
    void fieldOfHundredKilobytesIsRefusedWithASentence() {
        assertThat(post(
                        "/households/" + id + "/edit",
                        "version",
                        "1",
                        "number",
                        "HK-001",
                        "lane",
                        "a".repeat(100_000),
                        "address",
                        ""))
                .hasStatus(422)
                .bodyText()
                .contains("dài quá 200 chữ");
    }
}
