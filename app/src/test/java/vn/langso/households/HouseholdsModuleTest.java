package vn.langso.households;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.langso.audit.Audit;
import vn.langso.households.NewPerson.Relation;
import vn.langso.households.search.HouseholdPage;
import vn.langso.households.search.HouseholdPage.Row;
import vn.langso.households.search.HouseholdQuery;
import vn.langso.households.search.HouseholdQuery.Filter;
import vn.langso.households.search.HouseholdQuery.Sort;
import vn.langso.households.search.HouseholdSearch;
import vn.langso.indicators.Counted;
import vn.langso.indicators.IndicatorPart;
import vn.langso.indicators.IndicatorRecord;
import vn.langso.indicators.IndicatorSource;
import vn.langso.indicators.IndicatorSource.RecordQuery;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.PlaceUse;
import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.langso.households.RegisterSamples.DAY;
import static vn.langso.households.RegisterSamples.household;
import static vn.langso.households.RegisterSamples.known;
import static vn.langso.households.RegisterSamples.person;
import static vn.langso.households.RegisterSamples.with;
import static vn.langso.households.RegisterSamples.withNumbers;

@SpringBootTest
@Import(MovedClock.Beans.class)
class HouseholdsModuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static int number = 10;

    @Autowired
    private Households households;

    @Autowired
    @Qualifier("householdIndicators")
    private IndicatorSource indicators;

    @Autowired
    private HouseholdSearch search;

    @Autowired
    private Places places;

    @Autowired
    private List<PlaceUse> uses;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovedClock clock;

    private UUID village = UUID.randomUUID();
    private UUID beside = UUID.randomUUID();
    private Caller head = Caller.program("nobody");
    private Caller clerk = Caller.program("nobody");

    @BeforeEach
    void twoVillages() {
        clock.moveTo("2026-11-23T09:00:00+07:00");
        village = newVillage();
        beside = newVillage();
        head = CallerSamples.of(Role.VILLAGE_HEAD, village);
        clerk = CallerSamples.of(Role.COMMUNE_CLERK, village, beside);
    }

    private UUID newVillage() {
        UUID commune = places.tree()
                .byCode("15313", LocalDate.of(2023, 12, 15))
                .orElseThrow()
                .id();
        String code = "15313-" + ++number;
        return places.establishVillage(
                Caller.program("test"),
                new NewVillage(code, "thon", "Thử " + number, commune),
                new Decision("01/NQ-HĐND", LocalDate.of(2023, 4, 10), "Lập thôn"));
    }

    @Test
    void registeredHouseholdIsReadBackWithItsPeopleTheHeadFirst() {
        UUID id = households.register(head, household(village, "HK-001", "Hà Thị Én", "Hà Văn Đào"));

        Household read = households.find(head, id).orElseThrow();
        assertThat(read.headName()).isEqualTo("Hà Thị Én");
        assertThat(read.memberCount()).isEqualTo(2);
        assertThat(households.members(head, id))
                .extracting(Person::fullName)
                .containsExactly("Hà Thị Én", "Hà Văn Đào");
    }

    @Test
    void numberTakenInTheVillageIsRefusedHoweverItIsWritten() {
        households.register(head, household(village, "HK-001", "Hà Văn Một"));

        assertThatThrownBy(() -> households.register(head, household(village, "hk 1", "Hà Văn Hai")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("HHD-015");
        households.register(clerk, household(beside, "HK-001", "Hà Văn Ba"));
    }

    @Test
    void foreignVillageIsRefusedForReadingAndWriting() {
        UUID id = households.register(clerk, household(beside, "HK-001", "Hà Văn Một"));

        assertThatThrownBy(() -> households.find(head, id)).hasMessage("SHL-403");
        assertThatThrownBy(() -> households.register(head, household(beside, "HK-002", "Hà Văn Hai")))
                .hasMessage("SHL-403");
        assertThatThrownBy(() -> list(head, beside, "", null)).hasMessage("SHL-403");
    }

    @Test
    void listIsInTheOrderOfGivenNamesAndPagesFollowWithoutDoubles() {
        households.registerAll(
                head,
                List.of(
                        household(village, "HK-001", "Nguyễn Văn Đào"),
                        household(village, "HK-002", "Nguyễn Văn Ân"),
                        household(village, "HK-003", "Nguyễn Văn Dũng"),
                        household(village, "HK-004", "Nguyễn Văn An"),
                        household(village, "HK-005", "Trần Thị An")),
                null);

        List<String> names = new ArrayList<>();
        String after = "";
        do {
            HouseholdPage page = search.list(head, new HouseholdQuery(village, "", null, Sort.NAME, after, 2));
            page.items().forEach(row -> names.add(row.household().headName()));
            after = page.after() == null ? "" : page.after();
        } while (!after.isEmpty());
        assertThat(names)
                .containsExactly("Nguyễn Văn An", "Trần Thị An", "Nguyễn Văn Ân", "Nguyễn Văn Dũng", "Nguyễn Văn Đào");
    }

    @Test
    void searchFindsWithoutMarksByNumberByAddressAndByCccd() {
        NewPerson carrier = withNumbers(person("Lê Thị Hoà", Relation.HEAD), "038180001234", "+84912345678");
        households.register(
                head, new NewHousehold(village, "HK-077", "Ngõ Chùa", "Số 5", DAY, Map.of(), List.of(carrier)));
        households.register(head, household(village, "HK-078", "Lê Văn Khác"));

        for (String text : List.of(
                "hoa",
                "Lê Thị Hoà",
                "le thi ho",
                "Hòa",
                "077",
                "hk-77",
                "ngo chua",
                "038180001234",
                "0912 345 678",
                "Le\u0302 Thi\u0323")) {
            assertThat(list(head, village, text, null))
                    .as(text)
                    .extracting(row -> row.household().number())
                    .containsExactly("HK-077");
        }
        assertThat(list(head, village, "038180001235", null)).isEmpty();
    }

    @Test
    void numbersLieSealedAreMaskedInListsAndOpenedWithATrace() {
        NewPerson carrier = withNumbers(person("Lê Thị Hoà", Relation.HEAD), "038180001234", "+84912345678");
        UUID id =
                households.register(head, new NewHousehold(village, "HK-001", "", "", DAY, Map.of(), List.of(carrier)));
        Person shown = households.members(head, id).getFirst();

        assertThat(shown.cccdMask()).isEqualTo("038********234");
        assertThat(shown.phoneMask()).isEqualTo("09*****678");
        String row = jdbc.sql("select p::text from households.person p where id = :id")
                .param("id", shown.id())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("038180001234").doesNotContain("912345678");
        assertThat(households.numbers(head, shown.id()))
                .isEqualTo(new Households.Numbers("038180001234", "0912345678"));
        assertThat(looks(head)).contains("households.numbers");
        Caller leader = CallerSamples.of(Role.COMMUNE_LEADER, village);
        assertThatThrownBy(() -> households.numbers(leader, shown.id())).hasMessage("SHL-403");
    }

    @Test
    void withoutInternetShowsThoseWithoutAndThoseUnknown() {
        households.register(head, with(household(village, "HK-001", "Hà Văn Một"), RegisterAttribute.INTERNET, "yes"));
        households.register(head, with(household(village, "HK-002", "Hà Văn Hai"), RegisterAttribute.INTERNET, "no"));
        households.register(head, household(village, "HK-003", "Hà Văn Ba"));

        assertThat(list(head, village, "", Filter.WITHOUT_INTERNET))
                .extracting(row -> row.household().number())
                .containsExactlyInAnyOrder("HK-002", "HK-003");
        assertThat(list(head, village, "hai", Filter.WITHOUT_INTERNET)).hasSize(1);
        assertThat(list(head, village, "mot", Filter.WITHOUT_INTERNET)).isEmpty();
    }

    @Test
    void deletedInternetRecordChangesTheFigureAndUndoBringsItBack() {
        UUID id = households.register(
                head, with(household(village, "HK-001", "Hà Văn Một"), RegisterAttribute.INTERNET, "yes"));
        households.register(head, with(household(village, "HK-002", "Hà Văn Hai"), RegisterAttribute.INTERNET, "yes"));
        assertThat(figure("households.with-internet", TODAY)).isEqualTo("2/2");

        households.deleteAttribute(head, id, RegisterAttribute.INTERNET, null);
        assertThat(figure("households.with-internet", TODAY)).isEqualTo("1/2");
        assertThat(missing("households.with-internet")).containsExactly("Hà Văn Một");

        households.undo(head, households.undoOffered(head, id).orElseThrow());
        assertThat(figure("households.with-internet", TODAY)).isEqualTo("2/2");
    }

    @Test
    void figureOfAnEarlierDayKeepsWhatWasKnownThen() {
        UUID id = households.register(
                head, with(household(village, "HK-001", "Hà Văn Một"), RegisterAttribute.INTERNET, "no"));
        households.setAttribute(head, id, RegisterAttribute.INTERNET, known("yes", LocalDate.of(2026, 5, 1)), null);

        assertThat(figure("households.with-internet", LocalDate.of(2026, 4, 30)))
                .isEqualTo("0/1");
        assertThat(figure("households.with-internet", LocalDate.of(2026, 5, 1))).isEqualTo("1/1");
        assertThat(figure("households.with-internet", LocalDate.of(2022, 12, 31)))
                .isEqualTo("");
    }

    @Test
    void twoOfficersEditingOneHouseholdMeetAConflict() {
        UUID id = households.register(head, household(village, "HK-001", "Hà Văn Một"));
        int seen = households.find(head, id).orElseThrow().version();
        households.edit(head, id, new HouseholdDraft("HK-001", "Ngõ 1", "Số 1"), seen);

        assertThatThrownBy(() -> households.edit(clerk, id, new HouseholdDraft("HK-001", "Ngõ 2", "Số 2"), seen))
                .hasMessage("HHD-016");
        assertThat(households.find(head, id).orElseThrow().lane()).isEqualTo("Ngõ 1");
    }

    @Test
    void movedHouseholdCountsInEachVillageInItsTimeAndCountersFollow() {
        UUID id = households.register(clerk, household(village, "HK-001", "Hà Văn Một", "Hà Thị Hai"));
        households.move(clerk, id, beside, "HK-009", LocalDate.of(2025, 7, 1));

        assertThat(figure("households.total", LocalDate.of(2025, 6, 30))).isEqualTo("1/0");
        assertThat(figure("households.total", LocalDate.of(2025, 7, 1))).isEqualTo("");
        assertThat(figure("residents.total", LocalDate.of(2025, 6, 30))).isEqualTo("2/0");
        assertThat(counts(village)).isEqualTo("0 0");
        assertThat(counts(beside)).isEqualTo("1 2");

        households.undo(clerk, households.undoOffered(clerk, id).orElseThrow());
        assertThat(counts(village)).isEqualTo("1 2");
        assertThat(figure("households.total", LocalDate.of(2025, 7, 1))).isEqualTo("1/0");
    }

    @Test
    void personMovesToAnotherHouseholdButTheHeadStays() {
        UUID from = households.register(clerk, household(village, "HK-001", "Hà Văn Một", "Hà Thị Hai"));
        UUID to = households.register(clerk, household(beside, "HK-001", "Lê Văn Ba"));
        List<Person> members = households.members(clerk, from);

        assertThatThrownBy(() -> households.movePerson(
                        clerk, members.getFirst().id(), to, Relation.OTHER, LocalDate.of(2026, 1, 1)))
                .hasMessage("HHD-023");
        households.movePerson(clerk, members.getLast().id(), to, Relation.WIFE, LocalDate.of(2026, 1, 1));

        assertThat(households.members(clerk, to))
                .extracting(Person::fullName)
                .containsExactly("Lê Văn Ba", "Hà Thị Hai");
        assertThat(households.find(clerk, from).orElseThrow().memberCount()).isEqualTo(1);
        assertThat(counts(beside)).isEqualTo("1 2");
        assertThat(figure("residents.total", LocalDate.of(2025, 12, 31))).isEqualTo("2/0");
        assertThat(figure("residents.total", TODAY)).isEqualTo("1/0");
    }

    @Test
    void addedPersonIsFoundEditedAndLeaves() {
        UUID id = households.register(head, household(village, "HK-001", "Hà Văn Một"));
        UUID personId = households.addPerson(head, id, person("Hà Thị Mới", Relation.CHILD), TODAY);
        Person added = households.findPerson(head, personId).orElseThrow();
        NewPerson renamed = person("Hà Thị Mai", Relation.CHILD);

        households.editPerson(head, personId, renamed, new Households.Kept(true, true), added.version());
        assertThat(list(head, village, "ha thi mai", null)).hasSize(1);
        assertThatThrownBy(() -> households.editPerson(
                        head, personId, renamed, new Households.Kept(true, true), added.version()))
                .hasMessage("HHD-016");

        households.endPerson(head, personId, TODAY, "died");
        assertThat(list(head, village, "ha thi mai", null)).isEmpty();
        assertThat(households.find(head, id).orElseThrow().memberCount()).isEqualTo(1);
        households.undo(head, households.undoOffered(head, id).orElseThrow());
        assertThat(counts(village)).isEqualTo("1 2");
    }

    @Test
    void keptNumbersSurviveAnEditThatDoesNotShowThem() {
        NewPerson carrier = withNumbers(person("Lê Thị Hoà", Relation.HEAD), "038180001234", null);
        UUID id =
                households.register(head, new NewHousehold(village, "HK-001", "", "", DAY, Map.of(), List.of(carrier)));
        Person before = households.members(head, id).getFirst();

        households.editPerson(
                head,
                before.id(),
                person("Lê Thị Hòa", Relation.HEAD),
                new Households.Kept(true, true),
                before.version());

        assertThat(households.numbers(head, before.id()).cccd()).isEqualTo("038180001234");
        assertThat(households.find(head, id).orElseThrow().headName()).isEqualTo("Lê Thị Hòa");
    }

    @Test
    void everyChangeIsInTheHistoryOfItsHouseholdWithoutFullNumbers() {
        UUID id = households.register(head, household(village, "HK-001", "Hà Văn Một"));
        NewPerson carrier = withNumbers(person("Lê Thị Hoà", Relation.WIFE), "038180001234", "+84912345678");
        households.addPerson(head, id, carrier, TODAY);
        households.setAttribute(head, id, RegisterAttribute.POVERTY, known("poor", TODAY), null);

        assertThat(audit.changesOf("household", id, 10))
                .extracting("action")
                .containsExactlyInAnyOrder("households.register", "households.add-person", "households.set-attribute");
        assertThat(audit.changesOf("household", id, 10).toString())
                .contains("038********234")
                .doesNotContain("038180001234");
    }

    @Test
    void textLooksLikeTagsAndQuotesAndStaysText() {
        String odd = "O'Brien \"Tý\" <b>Đậm</b>\\n";
        UUID id = households
                .registerAll(head, List.of(household(village, "HK-001", odd)), null)
                .getFirst();

        assertThat(households.find(head, id).orElseThrow().headName()).isEqualTo(odd);
    }

    @Test
    void undoIsRefusedAfterSomebodyElseChangedTheSame() {
        UUID id = households.register(head, household(village, "HK-001", "Hà Văn Một"));
        households.setAttribute(head, id, RegisterAttribute.INTERNET, known("yes", TODAY), null);
        UUID undo = households.undoOffered(head, id).orElseThrow();
        households.setAttribute(clerk, id, RegisterAttribute.SMARTPHONE, known("yes", TODAY), null);

        assertThatThrownBy(() -> households.undo(head, undo)).hasMessage("HHD-025");
        assertThatThrownBy(() -> households.undo(clerk, undo)).hasMessage("HHD-025");
    }

    @Test
    void changeOfPlacesIsToldHowManyHouseholdsHangOnThem() {
        PlaceUse use = uses.stream()
                .filter(one -> one.textKey().equals("households.place-use"))
                .findFirst()
                .orElseThrow();
        UUID leaves = households.register(head, household(village, "HK-001", "Hà Văn Một"));
        households.register(head, household(village, "HK-002", "Hà Văn Hai"));
        households.register(clerk, household(beside, "HK-001", "Hà Văn Ba"));

        assertThat(use.count(Set.of(village))).isEqualTo(2);
        assertThat(use.count(Set.of(village, beside))).isEqualTo(3);
        households.end(head, leaves, TODAY, "moved-out");
        assertThat(use.count(Set.of(village))).isEqualTo(1);
        assertThat(use.count(Set.of(UUID.randomUUID()))).isZero();
    }

    private List<Row> list(Caller caller, UUID place, String text, Filter filter) {
        return search.list(caller, new HouseholdQuery(place, text, filter, Sort.NAME, "", 50))
                .items();
    }

    private String figure(String code, LocalDate on) {
        return indicators.parts(on, Set.of(village)).stream()
                .filter(part -> part.code().equals(code))
                .map((IndicatorPart part) -> part.numerator() + "/" + part.denominator())
                .findFirst()
                .orElse("");
    }

    private List<String> missing(String code) {
        return indicators.records(new RecordQuery(code, Counted.MISSING, TODAY, Set.of(village)), null, 10).stream()
                .map(IndicatorRecord::label)
                .toList();
    }

    private String counts(UUID place) {
        return jdbc.sql("select households || ' ' || residents from households.village_count where village_id = :id")
                .param("id", place)
                .query(String.class)
                .single();
    }

    private List<String> looks(Caller caller) {
        return jdbc.sql("select what from audit.look where actor_id = :id")
                .param("id", caller.accountId())
                .query(String.class)
                .list();
    }
}
