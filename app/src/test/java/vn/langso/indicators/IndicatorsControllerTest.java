package vn.langso.indicators;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import vn.langso.infrastructure.Infrastructure;
import vn.langso.infrastructure.InfrastructureSamples;
import vn.langso.infrastructure.Technology;
import vn.langso.kernel.Role;
import vn.langso.kernel.Texts;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;
import vn.langso.shell.Languages;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
class IndicatorsControllerTest {

    private static final String CODE = "15313-82";
    private static final LocalDate STORY = LocalDate.of(2023, 12, 15);
    private static final String API = "/api/v1/places/" + CODE + "/indicators";
    private static final String FIBRE = "/infrastructure.lanes-with-fibre";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Places places;

    @Autowired
    private Infrastructure infrastructure;

    @Autowired
    private Sources sources;

    @Autowired
    private Languages languages;

    private UUID village;

    @BeforeEach
    void villageWithTwoStationsAndThreeLanes() {
        if (places.tree().byCode(CODE, null).isPresent()) {
            village = places.tree().byCode(CODE, null).orElseThrow().id();
            return;
        }
        Caller program = Caller.program("test");
        UUID commune = places.tree().byCode("15313", STORY).orElseThrow().id();
        village = places.establishVillage(
                program,
                new NewVillage(CODE, "thon", "Mẫu Hai", commune),
                new Decision("02/QĐ-UBND", LocalDate.of(2023, 4, 10), "Thành lập thôn"));
        infrastructure.addAsset(program, village, InfrastructureSamples.station());
        infrastructure.addAsset(program, village, InfrastructureSamples.station());
        infrastructure.addAsset(
                program,
                village,
                InfrastructureSamples.lane("Ngõ 1", InfrastructureSamples.service(Technology.FIBRE, "2020-01-01")));
        infrastructure.addAsset(
                program,
                village,
                InfrastructureSamples.lane("Ngõ 2", InfrastructureSamples.service(Technology.FIBRE, "2024-01-01")));
        infrastructure.addAsset(program, village, InfrastructureSamples.lane("Ngõ 3"));
    }

    @Test
    void figuresAreOpenToStrangersWithEveryMemberOfTheShape() {
        assertThat(http.get().uri(API + FIBRE + "?on=2023-12-15"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"code": "infrastructure.lanes-with-fibre", "name": "Tuyến có cáp quang", "value": 33.3333,
                 "numerator": 1, "denominator": 3, "unit": "lane", "asOf": "2023-12-15", "source": "Sổ hạ tầng thôn"}
                """);
        assertThat(http.get().uri(API))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"after\": null, \"endedOn\": null, \"successors\": []}")
                .extractingPath("$.items[?(@.code == 'infrastructure.bts')].value")
                .asArray()
                .containsExactly(2);
    }

    @Test
    void dayChangesTheFigureAndEnglishTheName() {
        assertThat(http.get().uri(API + FIBRE).header("Accept-Language", "en"))
                .bodyJson()
                .isLenientlyEqualTo("{\"name\": \"Lanes with fibre\", \"numerator\": 2}");
    }

    @Test
    void endedCommuneAnswersAsOfItsLastDayWithItsSuccessors() {
        assertThat(http.get().uri("/api/v1/places/15313/indicators"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"on": "2025-06-30", "endedOn": "2025-06-30", "successors": [{"code": "15316"}]}
                """);
    }

    @Test
    void sheetComesByFormatOrByAccept() {
        assertThat(http.get().uri(API + "?on=2023-12-15&format=csv"))
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8")
                .bodyText()
                .startsWith("\uFEFFplaceCode,placeName,code,name,value")
                .contains("15313-82,Thôn Mẫu Hai,infrastructure.lanes-with-fibre,Tuyến có cáp quang,33.3333,1,3,lane");
        assertThat(http.get().uri(API).header("Accept", "text/csv"))
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8");
        assertThat(http.get().uri(API + "?format=xml")).hasStatus(422);
    }

    @Test
    void wrongQuestionsAreRefusedWithACode() {
        assertThat(http.get().uri(API + "/infrastructure.teapots"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("IND-001");
        assertThat(http.get().uri(API + "?on=30/02/2023")).hasStatus(422);
        assertThat(http.get().uri(API + "?on=2999-01-01")).hasStatus(422);
        assertThat(http.get().uri("/api/v1/places/99999-99/indicators")).hasStatus(404);
        assertThat(http.get().uri(API + FIBRE + "/trend?from=1999-01-01")).hasStatus(422);
    }

    @Test
    void trendGoesFromMonthToMonth() {
        assertThat(http.get().uri(API + FIBRE + "/trend?from=2023-11-01&on=2024-01-31"))
                .bodyJson()
                .extractingPath("$.items[*].numerator")
                .asArray()
                .containsExactly(1, 1, 2);
    }

    @Test
    void recordsNeedSomebodySignedIn() {
        String records = API + FIBRE + "/records?counted=missing&on=2023-12-15";

        assertThat(http.get().uri(records)).hasStatus(401);
        assertThat(http.get().uri(records).requestAttr(Caller.class.getName(), resident()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].label")
                .asArray()
                .containsExactlyInAnyOrder("Ngõ 2", "Ngõ 3");
        assertThat(http.get()
                        .uri(API + FIBRE + "/records?counted=some")
                        .requestAttr(Caller.class.getName(), resident()))
                .hasStatus(422);
    }

    @Test
    void pageShowsTheFractionAloneUnderTwentyCases() {
        assertThat(http.get().uri("/places/" + CODE + "/indicators?on=2023-12-15"))
                .hasStatusOk()
                .bodyText()
                .contains("<b>1/3</b> tuyến", "Chưa có mức quy định", "Tự động", "Đang xem ngày")
                .doesNotContain("33,3%");
    }

    @Test
    void pageOfAFigureHasCurveTableFormulaAndSaysWhyRecordsAreClosed() {
        String page = "/places/" + CODE + "/indicators" + FIBRE + "?on=2024-01-31";

        assertThat(http.get().uri(page))
                .hasStatusOk()
                .bodyText()
                .contains("<svg class=\"ls-chart\"", "<details", "2 trên 3 tuyến", "Đăng nhập để xem danh sách")
                .doesNotContain("/records?");
        assertThat(http.get().uri(page).requestAttr(Caller.class.getName(), resident()))
                .bodyText()
                .contains("1 tuyến chưa có cáp quang", "/records?counted=missing&amp;on=2024-01-31");
    }

    @Test
    void pageOfRecordsListsThemWithTheWayBack() {
        assertThat(http.get()
                        .uri("/places/" + CODE + "/indicators" + FIBRE + "/records?counted=missing")
                        .requestAttr(Caller.class.getName(), resident()))
                .hasStatusOk()
                .bodyText()
                .contains("1 tuyến chưa có cáp quang", "Ngõ 3", "Thôn Mẫu Hai");
    }

    @Test
    void everyFigureOfEveryModuleHasItsTextsInBothLanguages() {
        for (Texts t : new Texts[] {languages.of("vi"), languages.of("en")}) {
            FigureWords words = new FigureWords(t);
            for (IndicatorDefinition definition : sources.definitions()) {
                assertThat(words.name(definition)).isNotBlank();
                assertThat(words.help(definition)).isNotBlank();
                assertThat(words.source(definition)).isNotBlank();
                assertThat(words.unit(definition)).isNotBlank();
            }
        }
    }

    private Caller resident() {
        return CallerSamples.of(Role.RESIDENT, village);
    }
}
