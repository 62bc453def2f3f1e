package vn.langso.places;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.langso.ForAll;
import vn.langso.places.PlaceRecords.Unit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.langso.places.PlaceSamples.BEFORE_REFORM;
import static vn.langso.places.PlaceSamples.REFORM;
import static vn.langso.places.PlaceSamples.TODAY;
import static vn.langso.places.PlaceSamples.id;

class PlaceTreeTest {

    private final PlaceTree tree = PlaceSamples.official();

    @Test
    void listsOfThanhHoaHaveTheOfficialCounts() {
        assertThat(count(PlaceKind.DISTRICT, "2023-04-10")).isEqualTo(27);
        assertThat(count(PlaceKind.COMMUNE, "2023-04-10")).isEqualTo(559);
        assertThat(count(PlaceKind.DISTRICT, "2025-03-01")).isEqualTo(26);
        assertThat(count(PlaceKind.COMMUNE, "2025-03-01")).isEqualTo(547);
        assertThat(count(PlaceKind.DISTRICT, "2025-07-01")).isZero();
        assertThat(count(PlaceKind.COMMUNE, "2025-07-01")).isEqualTo(166);
    }

    @Test
    void newCommunesAre147CommunesAnd19Wards() {
        List<Place> communes = tree.children(id(tree, "38", TODAY), TODAY);
        assertThat(communes).hasSize(166);
        assertThat(communes.stream().filter(place -> place.unitType().equals("phuong")))
                .hasSize(19);
    }

    @Test
    void countryHas34ProvincesAndTheirOfficialCommuneCountsAddUpTo3321() {
        List<Place> provinces = tree.children(id(tree, "VN", TODAY), TODAY);
        assertThat(provinces).hasSize(34);
        assertThat(provinces.stream()
                        .mapToInt(place -> Objects.requireNonNull(figures(place).communes()))
                        .sum())
                .isEqualTo(3321);
    }

    @Test
    void townHaTrungAndCommuneHaTrungShareACodeButAreTwoPlaces() {
        Place town = tree.byCode("15271", LocalDate.of(2025, 6, 30)).orElseThrow();
        Place commune = tree.byCode("15271", LocalDate.of(2025, 7, 1)).orElseThrow();
        assertThat(town.fullName()).isEqualTo("Thị trấn Hà Trung");
        assertThat(commune.fullName()).isEqualTo("Xã Hà Trung");
        assertThat(town.id()).isNotEqualTo(commune.id());
        assertThat(town.validTo()).isEqualTo("2025-06-30");
    }

    @Test
    void thieuTrungKeptItsNameButTookTheCodeOfThieuLy() {
        assertThat(tree.byCode("15841", BEFORE_REFORM).orElseThrow().name()).isEqualTo("Thiệu Trung");
        assertThat(tree.byCode("15835", BEFORE_REFORM).orElseThrow().name()).isEqualTo("Thiệu Lý");
        assertThat(tree.byCode("15835", null).orElseThrow().name()).isEqualTo("Thiệu Trung");
        assertThat(tree.successors(id(tree, "15841", BEFORE_REFORM)))
                .extracting(Place::code)
                .containsExactly("15835");
    }

    @Test
    void reportOf2023SaysHaSonInHaTrung() {
        assertThat(tree.path(id(tree, "15313", BEFORE_REFORM), BEFORE_REFORM))
                .extracting(Place::fullName)
                .containsExactly("Việt Nam", "Tỉnh Thanh Hóa", "Huyện Hà Trung", "Xã Hà Sơn");
    }

    @Test
    void endedCodeAnswersAsOfItsLastDayAndNamesItsSuccessor() {
        Place haSon = tree.byCode("15313", null).orElseThrow();
        assertThat(haSon.validTo()).isEqualTo("2025-06-30");
        assertThat(tree.successors(haSon.id())).extracting(Place::name).containsExactly("Tống Sơn");
        assertThat(tree.byCode("15313", TODAY)).isEmpty();
    }

    @Test
    void tongSonWasMadeOfFourCommunesInVietnameseOrder() {
        assertThat(tree.predecessors(id(tree, "15316", TODAY)))
                .extracting(Place::fullName)
                .containsExactly("Thị trấn Hà Lĩnh", "Xã Hà Sơn", "Xã Hà Tân", "Xã Hà Tiến");
    }

    @Test
    void dividedCommuneHasSeveralSuccessors() {
        assertThat(tree.successors(id(tree, "15772", BEFORE_REFORM)))
                .extracting(Place::code)
                .containsExactlyInAnyOrder("15772", "15796", "15835");
    }

    @Test
    void dongSonDistrictWentIntoTheCityAndItsCommunesWithIt() {
        UUID dongKhe = id(tree, "16408", BEFORE_REFORM);
        assertThat(tree.parent(dongKhe, LocalDate.of(2024, 12, 31))
                        .orElseThrow()
                        .fullName())
                .isEqualTo("Huyện Đông Sơn");
        assertThat(tree.parent(dongKhe, LocalDate.of(2025, 1, 1)).orElseThrow().fullName())
                .isEqualTo("Thành phố Thanh Hóa");
        assertThat(tree.successors(id(tree, "405", BEFORE_REFORM)))
                .extracting(Place::code)
                .containsExactly("380");
    }

    @Test
    void unchangedCommuneIsOnePlaceOnBothSidesOfTheReform() {
        assertThat(id(tree, "14848", BEFORE_REFORM)).isEqualTo(id(tree, "14848", TODAY));
        assertThat(tree.parent(id(tree, "14848", TODAY), TODAY).orElseThrow().code())
                .isEqualTo("38");
    }

    @Test
    void placeIsCalledAsItWasOnTheDay() {
        UUID haLong = id(tree, "15274", BEFORE_REFORM);
        assertThat(tree.get(haLong, BEFORE_REFORM).fullName()).isEqualTo("Xã Hà Long");
        assertThat(tree.get(haLong, LocalDate.of(2025, 1, 1)).fullName()).isEqualTo("Thị trấn Hà Long");
    }

    @Test
    void villageIsUnderHaSonUntilTheReformAndUnderTongSonSince() {
        PlaceTree withVillage = PlaceSamples.withChiPhuc();
        UUID village = id(withVillage, "15313-03", TODAY);
        assertThat(withVillage
                        .parent(village, REFORM.minusDays(1))
                        .orElseThrow()
                        .name())
                .isEqualTo("Hà Sơn");
        assertThat(withVillage.parent(village, REFORM).orElseThrow().name()).isEqualTo("Tống Sơn");
        assertThat(withVillage.villagesUnder(id(withVillage, "38", TODAY), TODAY))
                .containsExactly(village);
        assertThat(withVillage.villagesUnder(village, TODAY)).containsExactly(village);
        assertThat(withVillage.villagesUnder(id(withVillage, "15316", BEFORE_REFORM), BEFORE_REFORM))
                .isEmpty();
    }

    @Test
    void roleAtTongSonCoversHaSonAndItsVillageButNotANeighbour() {
        PlaceTree withVillage = PlaceSamples.withChiPhuc();
        assertThat(withVillage.covered(id(withVillage, "15316", TODAY)))
                .contains(
                        id(withVillage, "15313", BEFORE_REFORM),
                        id(withVillage, "15316", BEFORE_REFORM),
                        id(withVillage, "15313-03", TODAY))
                .doesNotContain(id(withVillage, "15271", TODAY), id(withVillage, "38", TODAY));
    }

    @Test
    void roleAtTheProvinceCoversItsFormerDistrictsAndAllThatEverLayBelow() {
        assertThat(tree.covered(id(tree, "38", TODAY))).hasSize(1 + 27 + 559 + communesMadeLater());
    }

    @Test
    void dividedPlaceIsCoveredByBothHeirsButItsVillagesOnlyByTheOneTheyWentTo() {
        UUID haBinh = id(tree, "15328", BEFORE_REFORM);
        UUID haTrung = id(tree, "15271", TODAY);
        UUID hoatGiang = id(tree, "15286", TODAY);
        PlaceTree divided = PlaceSamples.after(
                tree,
                new PlaceChange.Establish(
                        List.of(new NewVillage("15328-01", "thon", "Ninh Thôn", haBinh, Map.of(haBinh, hoatGiang)))),
                "2023-04-10");
        UUID village = id(divided, "15328-01", TODAY);
        assertThat(divided.covered(haTrung)).contains(haBinh).doesNotContain(village);
        assertThat(divided.covered(hoatGiang)).contains(haBinh, village);
    }

    @Test
    void villageThatMovedAwayIsNoLongerCoveredByItsFormerCommune() {
        PlaceTree withVillage = PlaceSamples.withChiPhuc();
        UUID village = id(withVillage, "15313-03", TODAY);
        UUID haTrung = id(withVillage, "15271", TODAY);
        PlaceTree moved = PlaceSamples.after(withVillage, new PlaceChange.Move(village, haTrung), "2026-09-01");
        assertThat(moved.covered(id(moved, "15316", TODAY))).doesNotContain(village);
        assertThat(moved.covered(haTrung)).contains(village);
    }

    @Test
    void childrenStandInVietnameseOrderWordByWord() {
        List<String> names = tree.children(id(tree, "392", BEFORE_REFORM), BEFORE_REFORM).stream()
                .map(Place::name)
                .toList();
        assertThat(names)
                .containsSubsequence("Hà Bắc", "Hà Bình", "Hà Châu", "Hà Đông", "Hà Giang", "Hà Tân", "Hà Tiến");
        assertThat(names).last().isEqualTo("Yến Sơn");
    }

    @Test
    void parentAndChildrenAgreeOnEveryDay() {
        List<Unit> units = tree.records().units();
        ForAll.forAll(
                3_000,
                random -> new Asked(
                        units.get(random.nextInt(units.size())),
                        LocalDate.of(2023, 4, 10).plusDays(random.nextInt(1_400))),
                asked -> {
                    if (!asked.unit.span().has(asked.day)) {
                        return;
                    }
                    List<Place> path = tree.path(asked.unit.id(), asked.day);
                    assertThat(path.getFirst().code()).isEqualTo("VN");
                    assertThat(path.getLast().id()).isEqualTo(asked.unit.id());
                    assertThat(path).allMatch(place -> place.existsOn(asked.day));
                    for (int i = 1; i < path.size(); i++) {
                        assertThat(tree.children(path.get(i - 1).id(), asked.day))
                                .contains(path.get(i));
                    }
                    assertThat(tree.children(asked.unit.id(), asked.day))
                            .allMatch(child -> tree.parent(child.id(), asked.day)
                                    .orElseThrow()
                                    .id()
                                    .equals(asked.unit.id()));
                });
    }

    @Test
    void everyEndedCommuneHasASuccessorThatBeganWhenItEnded() {
        tree.records().units().stream()
                .filter(unit -> unit.kind() == PlaceKind.COMMUNE && unit.span().to() != null)
                .forEach(unit -> assertThat(tree.successors(unit.id()))
                        .as(unit.code())
                        .isNotEmpty()
                        .allMatch(place -> place.existsOn(
                                Objects.requireNonNull(unit.span().to()).plusDays(1))));
    }

    private int communesMadeLater() {
        return (int) tree.records().units().stream()
                .filter(unit ->
                        unit.kind() == PlaceKind.COMMUNE && !unit.span().from().equals(LocalDate.of(2023, 4, 10)))
                .count();
    }

    private long count(PlaceKind kind, String on) {
        LocalDate day = LocalDate.parse(on);
        UUID province = id(tree, "38", day);
        return Stream.concat(
                        tree.children(province, day).stream(),
                        tree.children(province, day).stream().flatMap(place -> tree.children(place.id(), day).stream()))
                .filter(place -> place.kind() == kind)
                .count();
    }

    private PlaceRecords.Figures figures(Place place) {
        return tree.node(place.id()).unit().figures();
    }

    private record Asked(Unit unit, LocalDate day) {}
}
