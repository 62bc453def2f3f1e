package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.langso.audit.Audit;
import vn.langso.audit.AuditEntry;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
class InfrastructureControllerTest {

    private static final String CODE = "15313-81";
    private static final String STORY = "2023-12-15";
    private static final String API = "/api/v1/places/" + CODE + "/infrastructure";

    private static final Caller PROGRAM = Caller.program("test");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Places places;

    @Autowired
    private Infrastructure infrastructure;

    @Autowired
    private Audit audit;

    private UUID village;
    private Caller head;

    @BeforeEach
    void village() {
        village = places.tree().byCode(CODE, null).map(place -> place.id()).orElseGet(() -> {
            UUID commune = places.tree()
                    .byCode("15313", LocalDate.parse(STORY))
                    .orElseThrow()
                    .id();
            return places.establishVillage(
                    PROGRAM,
                    new NewVillage(CODE, "thon", "Mẫu Một", commune),
                    new Decision("01/QĐ-UBND", LocalDate.of(2023, 4, 10), "Thành lập thôn"));
        });
        infrastructure
                .assets(PROGRAM, AssetQuestion.all(village, LocalDate.parse(STORY)), null, 500)
                .forEach(asset -> infrastructure.removeAsset(PROGRAM, asset.id(), asset.version()));
        head = CallerSamples.of(Role.VILLAGE_HEAD, village);
    }

    @Test
    void headOfTheVillageRecordsAStationInTheForm() {
        MvcTestResult answer = as(head, stationForm(http.post().uri("/places/" + CODE + "/infrastructure/assets")))
                .exchange();

        assertThat(answer).hasStatus(303).hasRedirectedUrl("/places/" + CODE + "/infrastructure");
        List<Asset> assets =
                infrastructure.assets(PROGRAM, AssetQuestion.all(village, LocalDate.parse(STORY)), null, 10);
        assertThat(assets).singleElement().satisfies(asset -> {
            assertThat(asset.details()).isEqualTo(InfrastructureSamples.station());
            assertThat(audit.changesOf("asset", asset.id(), 10))
                    .extracting(AuditEntry::action)
                    .containsExactly("infrastructure.add-asset");
        });
    }

    @Test
    void emptyFormComesBackWithEverythingThatIsMissing() {
        MockMvcRequestBuilder empty = http.post()
                .uri("/places/" + CODE + "/infrastructure/assets")
                .param("since-day", "30")
                .param("since-month", "2")
                .param("since-year", "2023")
                .param("name", "<b>Trạm</b>")
                .with(csrf());

        MvcTestResult answer = as(head, empty).exchange();

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("ds-error-summary", "Hãy chọn loại công trình", "30/2/2023", "&lt;b>Trạm")
                .doesNotContain("<b>Trạm");
        assertThat(infrastructure.assets(PROGRAM, AssetQuestion.all(village, LocalDate.parse(STORY)), null, 10))
                .isEmpty();
    }

    @Test
    void whoeverIsSecondSeesTheStoredVersionAndKeepsWhatWasTyped() {
        UUID id = infrastructure.addAsset(head, village, InfrastructureSamples.station());
        infrastructure.changeAsset(head, id, 1, InfrastructureSamples.thing(AssetKind.BTS, LocalDate.of(2020, 1, 1)));

        MvcTestResult answer = as(
                        head,
                        stationForm(http.post().uri("/infrastructure/assets/" + id))
                                .param("version", "1"))
                .exchange();

        assertThat(answer)
                .hasStatus(409)
                .bodyText()
                .contains("người khác đã sửa", "01/01/2020", "Trạm đầu làng", "name=\"version\" value=\"2\"");
    }

    @Test
    void headOfAnotherVillageAndResidentMayNotEdit() {
        UUID id = infrastructure.addAsset(head, village, InfrastructureSamples.station());
        Caller elsewhere = CallerSamples.of(Role.VILLAGE_HEAD, Ids.next());
        Caller resident = CallerSamples.of(Role.RESIDENT, village);

        for (Caller caller : List.of(elsewhere, resident)) {
            assertThat(as(caller, http.get().uri("/infrastructure/assets/" + id + "/edit")))
                    .hasStatus(403);
            assertThat(as(caller, stationForm(http.post().uri("/infrastructure/assets/" + id))))
                    .hasStatus(403);
            assertThat(as(
                            caller,
                            http.post()
                                    .uri("/infrastructure/assets/" + id + "/remove")
                                    .with(csrf())))
                    .hasStatus(403);
        }
        assertThat(as(resident, http.get().uri("/infrastructure/assets/" + id)))
                .hasStatusOk()
                .bodyText()
                .contains("Trạm đầu làng")
                .doesNotContain("/edit");
        assertThat(infrastructure.findAsset(PROGRAM, id)).isPresent();
    }

    @Test
    void thingsOfAnotherVillageAreNotShown() {
        UUID id = infrastructure.addAsset(head, village, InfrastructureSamples.station());
        Caller elsewhere = CallerSamples.of(Role.VILLAGE_HEAD, Ids.next());

        for (String address : List.of(
                "/infrastructure/assets/" + id,
                "/places/" + CODE + "/infrastructure",
                "/places/15313/infrastructure",
                API,
                API + "?kind=lane")) {
            assertThat(as(elsewhere, http.get().uri(address))).as(address).hasStatus(403);
        }
    }

    @Test
    void closedThingIsGoneFromTodayAndStaysInThePast() {
        UUID id = infrastructure.addAsset(head, village, InfrastructureSamples.station());
        MockMvcRequestBuilder close = http.post()
                .uri("/infrastructure/assets/" + id + "/close")
                .param("version", "1")
                .param("until-day", "31")
                .param("until-month", "1")
                .param("until-year", "2024")
                .with(csrf());

        assertThat(as(head, close)).hasStatus(303);

        assertThat(as(head, http.get().uri("/places/" + CODE + "/infrastructure")))
                .bodyText()
                .doesNotContain("Trạm đầu làng");
        assertThat(as(head, http.get().uri("/places/" + CODE + "/infrastructure?on=" + STORY)))
                .bodyText()
                .contains("Trạm đầu làng");
    }

    @Test
    void communeShowsItsVillagesSideBySide() {
        infrastructure.addAsset(head, village, InfrastructureSamples.station());
        infrastructure.addAsset(
                head,
                village,
                InfrastructureSamples.lane("Ngõ 1", InfrastructureSamples.service(Technology.FIBRE, "2020-01-01")));

        UUID commune = places.tree()
                .byCode("15313", LocalDate.parse(STORY))
                .orElseThrow()
                .id();
        Caller clerk = CallerSamples.of(Role.COMMUNE_CLERK, commune, village);

        assertThat(as(clerk, http.get().uri("/places/15313/infrastructure")))
                .hasStatusOk()
                .bodyText()
                .contains("Thôn Mẫu Một", "1/1");
    }

    @Test
    void laneFormKeepsFibreByOperator() {
        MockMvcRequestBuilder form = http.post()
                .uri("/places/" + CODE + "/infrastructure/assets")
                .param("kind", "lane")
                .param("name", "Ngõ 7")
                .param("since-day", "1")
                .param("since-month", "6")
                .param("since-year", "2019")
                .param("source", "Kiểm kê")
                .param("services[0].technology", "")
                .param("services[0].operator", "")
                .param("services[0].since", "")
                .param("services[0].until", "")
                .param("services[1].technology", "fibre")
                .param("services[1].operator", "Viễn thông Mẫu")
                .param("services[1].since", "2021-05-01")
                .param("services[1].until", "")
                .with(csrf());

        assertThat(as(head, form)).hasStatus(303);

        assertThat(infrastructure.assets(PROGRAM, AssetQuestion.lanes(village, LocalDate.parse(STORY)), null, 10))
                .singleElement()
                .satisfies(lane -> assertThat(lane.details().operators(Technology.FIBRE, LocalDate.parse(STORY)))
                        .containsExactly("Viễn thông Mẫu"));
    }

    @Test
    void apiMakesReadsAndPatches() {
        MvcTestResult made = as(
                        head,
                        http.post()
                                .uri(API)
                                .contentType(MediaType.APPLICATION_JSON)
                                .with(csrf())
                                .content("""
                            {"kind": "public-wifi", "name": "Wi-Fi nhà văn hóa", "operator": "Viễn thông Mẫu",
                             "latitude": 20.0144, "longitude": 105.786, "since": "2022-09-02", "source": "Kiểm kê"}
                            """))
                .exchange();
        assertThat(made).hasStatus(201).bodyJson().extractingPath("$.version").isEqualTo(1);
        UUID id = infrastructure
                .assets(PROGRAM, AssetQuestion.all(village, LocalDate.parse(STORY)), null, 10)
                .getFirst()
                .id();

        assertThat(patch(
                        id, "{\"version\": 1, \"location\": \"Nhà văn hóa\", \"latitude\": null, \"longitude\": null}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.location")
                .isEqualTo("Nhà văn hóa");
        assertThat(patch(id, "{\"version\": 1, \"name\": \"Khác\"}")).hasStatus(409);
        assertThat(patch(id, "{\"name\": \"Khác\"}")).hasStatus(422);
        assertThat(patch(id, "{\"version\": 2, \"services\": 7}")).hasStatus(422);
        assertThat(as(head, http.get().uri(API + "?on=" + STORY)))
                .bodyJson()
                .extractingPath("$.items[0].name")
                .isEqualTo("Wi-Fi nhà văn hóa");
    }

    @Test
    void figuresFollowTheRecords() {
        UUID first = infrastructure.addAsset(head, village, InfrastructureSamples.station());
        infrastructure.addAsset(head, village, InfrastructureSamples.station());
        String figure = "/api/v1/places/" + CODE + "/indicators/infrastructure.bts?on=" + STORY;

        assertThat(http.get().uri(figure)).bodyJson().extractingPath("$.value").isEqualTo(2);

        infrastructure.removeAsset(head, first, 1);

        assertThat(http.get().uri(figure)).bodyJson().extractingPath("$.value").isEqualTo(1);
    }

    private MvcTestResult patch(UUID id, String body) {
        return as(
                        head,
                        http.patch()
                                .uri(API + "/" + id)
                                .contentType(MediaType.APPLICATION_JSON)
                                .with(csrf())
                                .content(body))
                .exchange();
    }

    private static MockMvcRequestBuilder as(Caller caller, MockMvcRequestBuilder request) {
        return request.requestAttr(Caller.class.getName(), caller);
    }

    private static MockMvcRequestBuilder stationForm(MockMvcRequestBuilder request) {
        return request.param("kind", "bts")
                .param("name", "Trạm đầu làng")
                .param("operator", "Viễn thông Mẫu")
                .param("location", "Sau đình")
                .param("latitude", "20,0144")
                .param("longitude", "105,786")
                .param("since-day", "1")
                .param("since-month", "6")
                .param("since-year", "2019")
                .param("source", "Kiểm kê thôn 12/2023")
                .param("services[0].technology", "4g")
                .param("services[0].since", "2019-06-01")
                .param("services[1].technology", "5g")
                .param("services[1].since", "2025-09-01")
                .with(csrf());
    }
}
