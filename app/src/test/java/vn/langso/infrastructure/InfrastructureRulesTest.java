package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class InfrastructureRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final AssetInput good = AssetInput.of(InfrastructureSamples.station());

    @Test
    void fullStationIsFine() {
        assertThat(codes(InfrastructureRules.check(good.read(), TODAY))).isEmpty();
        assertThat(good.read()).isEqualTo(InfrastructureSamples.station());
    }

    @Test
    void everythingThatCannotBeReadIsToldAtOnce() {
        AssetInput bad = new AssetInput(
                "antenna",
                "Trạm",
                "Mạng",
                null,
                "20,01",
                "trăm lẻ năm",
                null,
                "30/02/2023",
                "hôm qua",
                "Kiểm kê",
                List.of());

        ProblemException refused = catchThrowableOfType(ProblemException.class, bad::read);

        assertThat(refused.problems())
                .extracting(problem -> problem.field() + " " + problem.code().code())
                .containsExactly("kind INF-010", "longitude INF-017", "since INF-013", "until INF-013");
    }

    @Test
    void typedDayAndDecimalCommaAreRead() {
        AssetInput typed = new AssetInput(
                "bts", "Trạm", "Mạng", null, "20,0144", "105,786", null, "1/6/2019", "", "Kiểm kê", List.of());

        AssetDetails read = typed.read();

        assertThat(read.since()).isEqualTo("2019-06-01");
        assertThat(read.position()).isEqualTo(new Position(20.0144, 105.786));
    }

    @Test
    void halfAPositionIsRefusedAtTheEmptyHalf() {
        AssetInput half = new AssetInput(
                "bts", "Trạm", "Mạng", null, "20.01", " ", null, "2019-06-01", null, "Kiểm kê", List.of());

        ProblemException refused = catchThrowableOfType(ProblemException.class, half::read);

        assertThat(refused.problems()).containsExactly(Problem.at("longitude", InfrastructureProblem.HALF_A_POSITION));
    }

    @Test
    void swappedCoordinatesLieOutsideTheCountry() {
        AssetDetails swapped = new AssetDetails(
                AssetKind.CULTURE_HOUSE,
                "Nhà văn hóa",
                null,
                null,
                new Position(105.786, 20.0144),
                null,
                TODAY,
                null,
                "Kiểm kê",
                List.of());

        assertThat(codes(InfrastructureRules.check(swapped, TODAY))).containsExactly("latitude INF-019");
    }

    @Test
    void emptyNameLongSourceAndLastDayBeforeTheFirstAreRefused() {
        AssetDetails odd = new AssetDetails(
                AssetKind.BTS, " ", null, null, null, null, TODAY, TODAY.minusDays(1), "x".repeat(100_000), List.of());

        assertThat(codes(InfrastructureRules.check(odd, TODAY)))
                .containsExactly("name INF-011", "source INF-012", "operator INF-020", "until INF-014");
    }

    @Test
    void yearsOutOfAnyReasonAreRefused() {
        AssetDetails old = InfrastructureSamples.thing(AssetKind.CULTURE_HOUSE, LocalDate.of(1023, 1, 1));
        AssetDetails future = InfrastructureSamples.thing(AssetKind.CULTURE_HOUSE, LocalDate.of(20_233, 1, 1));

        assertThat(codes(InfrastructureRules.check(old, TODAY))).containsExactly("since INF-015");
        assertThat(codes(InfrastructureRules.check(future, TODAY))).containsExactly("since INF-016");
    }

    @Test
    void onlyStationsSendAndNeverFibre() {
        NetworkOffer fibre = InfrastructureSamples.service(Technology.FIBRE, "2020-01-01");
        AssetDetails house = new AssetDetails(
                AssetKind.CULTURE_HOUSE, "Nhà", null, null, null, null, TODAY, null, "Kiểm kê", List.of(fibre));

        assertThat(codes(InfrastructureRules.check(house, TODAY)))
                .containsExactly("services[0].technology INF-025", "services[0].technology INF-022");
    }

    @Test
    void laneNeedsAnOperatorForEachServiceAndAReasonableLength() {
        AssetDetails lane = AssetDetails.lane(
                "Ngõ 1", 50_000, TODAY, "Kiểm kê", List.of(new NetworkOffer(Technology.FIBRE, " ", TODAY, null)));

        assertThat(codes(InfrastructureRules.check(lane, TODAY)))
                .containsExactly("lengthM INF-023", "services[0].operator INF-020");
    }

    @Test
    void endlessListOfServicesIsRefused() {
        AssetDetails lane = AssetDetails.lane(
                "Ngõ 1",
                null,
                TODAY,
                "Kiểm kê",
                Collections.nCopies(41, InfrastructureSamples.service(Technology.G4, "2020-01-01")));

        assertThat(codes(InfrastructureRules.check(lane, TODAY))).containsExactly("null INF-024");
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.field() + " " + problem.code().code())
                .toList();
    }
}
