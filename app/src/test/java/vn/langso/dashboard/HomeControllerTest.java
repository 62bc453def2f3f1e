package vn.langso.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.langso.audit.Audit;
import vn.langso.audit.AuditEntry;
import vn.langso.households.AttributeValue;
import vn.langso.households.AttributeValue.Source;
import vn.langso.households.BirthDate;
import vn.langso.households.Households;
import vn.langso.households.NewHousehold;
import vn.langso.households.NewPerson;
import vn.langso.households.NewPerson.Relation;
import vn.langso.households.NewPerson.Residence;
import vn.langso.households.NewPerson.Sex;
import vn.langso.households.RegisterAttribute;
import vn.langso.households.search.HouseholdQuery;
import vn.langso.households.search.HouseholdQuery.Sort;
import vn.langso.households.search.HouseholdSearch;
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
class HomeControllerTest {

    private static final String CODE = "15313-71";
    private static final LocalDate SINCE = LocalDate.of(2023, 4, 10);
    private static final Caller PROGRAM = Caller.program("test");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Places places;

    @Autowired
    private Households households;

    @Autowired
    private HouseholdSearch search;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Audit audit;

    @Autowired
    private ChangesAround around;

    private UUID village;
    private UUID commune;

    /** 25 households, 20 of them with internet, the first with an old woman as its head. */
    @BeforeEach
    void village() {
        village = places.tree().byCode(CODE, null).map(place -> place.id()).orElseGet(this::establish);
        commune = places.tree()
                .parent(village, places.tree().today())
                .orElseThrow()
                .id();
        contacts.own(village).ifPresent(known -> contacts.withdraw(PROGRAM, village, known.version()));
    }

    @Test
    void strangerIsSentToTheEntrance() {
        assertThat(http.get().uri("/")).hasStatus(302).hasRedirectedUrl("/find");
    }

    @Test
    void residentSeesFiguresTheLunarDayAndWhomToCall() {
        contacts.publish(PROGRAM, village, "Bác An, trưởng thôn", "+84 900 000 102", 0);

        assertThat(as(CallerSamples.of(Role.RESIDENT, village), http.get().uri("/")))
                .hasStatusOk()
                .hasHeader("X-Langso-Keep", "1")
                .bodyText()
                .contains("Chào Nguyễn Văn Mẫu", "âm lịch", "<b>20/25</b> hộ", "tel:0900000102", "0900 000 102")
                .doesNotContain("records?counted=missing");
    }

    @Test
    void residentKnownToTheRegisterIsAddressedByAgeAndSex() {
        Caller head = CallerSamples.of(Role.VILLAGE_HEAD, village);
        UUID household = search.list(head, new HouseholdQuery(village, "HK-001", null, Sort.NAME, "", 1))
                .items()
                .getFirst()
                .household()
                .id();
        UUID old = households.members(head, household).getFirst().id();
        Caller resident = CallerSamples.withPerson(CallerSamples.of(Role.RESIDENT, village), old);

        assertThat(as(resident, http.get().uri("/")))
                .bodyText()
                .contains("Chào bà Thoa", "Hộ của mình trong sổ", "HK-001");
    }

    @Test
    void headOfTheVillageSeesWhatIsMissingAndOpensTheRecords() {
        assertThat(as(CallerSamples.of(Role.VILLAGE_HEAD, village), http.get().uri("/")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Hôm nay ở Mẫu Bảy",
                        "5 hộ chưa có internet",
                        "/places/" + CODE + "/indicators/households.with-internet/records?counted=missing",
                        "data-live-topic=\"changes." + village + "\"");
    }

    @Test
    void deskShowsTheVillagesSortedAsAsked() {
        Caller clerk = CallerSamples.of(Role.COMMUNE_CLERK, commune, village);

        assertThat(as(clerk, http.get().uri("/?sort=-households.with-internet")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Bàn làm việc",
                        "Thôn Mẫu Bảy",
                        "20/25",
                        "aria-sort=\"descending\"",
                        "data-live-topic=\"around." + commune + "\"");
    }

    @Test
    void deskHearsOfItsVillages() {
        assertThat(around.partsOf("around." + commune)).contains("changes." + commune, "changes." + village);
        assertThat(around.partsOf("around." + UUID.randomUUID())).isEmpty();
        assertThat(around.partsOf("changes." + commune)).isEmpty();
    }

    @Test
    void unknownSortKeepsTheOrderOfNames() {
        assertThat(as(
                        CallerSamples.of(Role.COMMUNE_CLERK, commune, village),
                        http.get().uri("/?sort=';drop")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("aria-sort");
    }

    @Test
    void administratorSeesHowTheDatabaseIsAndOthersDoNot() {
        assertThat(as(
                        CallerSamples.of(Role.ADMINISTRATOR, commune, village),
                        http.get().uri("/")))
                .bodyText()
                .contains("Máy chủ", "PostgreSQL ");
        assertThat(as(
                        CallerSamples.of(Role.COMMUNE_LEADER, commune, village),
                        http.get().uri("/")))
                .bodyText()
                .doesNotContain("Máy chủ");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleHasAFirstPageInItsVillageAndItsCommune(Role role) {
        assertThat(as(CallerSamples.of(role, village), http.get().uri("/"))).hasStatusOk();
        assertThat(as(CallerSamples.of(role, commune, village), http.get().uri("/")))
                .hasStatusOk();
    }

    @Test
    void publicPageOfTheVillageNamesNobodyAndSaysWhereItLay() {
        assertThat(http.get().uri("/v/" + CODE))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Thôn Mẫu Bảy",
                        "Xã Tống Sơn, tỉnh Thanh Hóa",
                        "xã Hà Sơn",
                        "20/25",
                        "http://localhost/v/" + CODE)
                .doesNotContain("Thoa", "HK-001");
    }

    @Test
    void publicPageOfAnythingElseLeadsToItsOfficialOne() {
        assertThat(http.get().uri("/v/15316")).hasStatus(302).hasRedirectedUrl("/places/15316");
        assertThat(http.get().uri("/v/nowhere")).hasStatus(404);
    }

    @Test
    void entranceFindsWithoutToneMarks() {
        assertThat(http.get().uri("/find?query=mau bay"))
                .hasStatusOk()
                .bodyText()
                .contains("/v/" + CODE, "xã Tống Sơn, tỉnh Thanh Hóa");
        assertThat(http.get().uri("/find?query=<b>"))
                .bodyText()
                .contains("&lt;b&gt;")
                .doesNotContain("<b>&quot;");
    }

    @Test
    void headPublishesWhomToCallAndTheChangeIsKept() {
        Caller head = CallerSamples.of(Role.VILLAGE_HEAD, village);
        MvcTestResult answer =
                as(head, contactForm("Bác An", "0900 000 102", "0")).exchange();

        assertThat(answer).hasStatus(303);
        assertThat(contacts.of(village)).map(Contact::phone).contains("0900000102");
        assertThat(audit.latestAt(List.of(village), 1))
                .extracting(AuditEntry::action)
                .containsExactly("contacts.publish");
    }

    @Test
    void wrongNumberComesBackAtItsFieldWithWhatWasTyped() {
        assertThat(as(CallerSamples.of(Role.VILLAGE_HEAD, village), contactForm("", "12", "0")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "<title>Lỗi: ",
                        "href=\"#f-phone\"",
                        "href=\"#f-name\"",
                        "value=\"12\"",
                        "aria-invalid=\"true\"");
    }

    @Test
    void olderVersionOfAContactIsRefused() {
        contacts.publish(PROGRAM, village, "Bác An", "0900000102", 0);

        assertThat(as(CallerSamples.of(Role.VILLAGE_HEAD, village), contactForm("Bác An", "0900000103", "0")))
                .hasStatus(409);
    }

    @Test
    void headOfAnotherVillageMayNotPublish() {
        assertThat(as(CallerSamples.of(Role.VILLAGE_HEAD, commune), contactForm("Bác An", "0900000102", "0")))
                .hasStatus(403);
        assertThat(as(CallerSamples.of(Role.RESIDENT, village), contactForm("Bác An", "0900000102", "0")))
                .hasStatus(403);
    }

    private MockMvcRequestBuilder contactForm(String name, String phone, String version) {
        return http.post()
                .uri("/places/" + CODE + "/contact")
                .param("name", name)
                .param("phone", phone)
                .param("version", version)
                .with(csrf());
    }

    private UUID establish() {
        UUID oldCommune = places.tree().byCode("15313", SINCE).orElseThrow().id();
        UUID id = places.establishVillage(
                PROGRAM,
                new NewVillage(CODE, "thon", "Mẫu Bảy", oldCommune),
                new Decision("07/QĐ-MAU", SINCE, "Thành lập thôn"));
        for (int i = 1; i <= 25; i++) {
            AttributeValue internet = new AttributeValue(i <= 20 ? "yes" : "no", SINCE, Source.SURVEY);
            households.register(
                    PROGRAM,
                    new NewHousehold(
                            id,
                            "HK-%03d".formatted(i),
                            "",
                            "",
                            SINCE,
                            Map.of(RegisterAttribute.INTERNET, internet),
                            List.of(new NewPerson(
                                    "Lê Thị Thoa",
                                    BirthDate.ofYear(1955),
                                    Sex.FEMALE,
                                    Relation.HEAD,
                                    Residence.PERMANENT,
                                    null,
                                    null,
                                    Map.of()))));
        }
        return id;
    }

    private static MockMvcRequestBuilder as(Caller caller, MockMvcRequestBuilder request) {
        return request.requestAttr(Caller.class.getName(), caller);
    }
}
