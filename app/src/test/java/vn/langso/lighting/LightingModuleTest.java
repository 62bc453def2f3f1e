package vn.langso.lighting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import vn.langso.audit.Audit;
import vn.langso.indicators.Counted;
import vn.langso.indicators.IndicatorPart;
import vn.langso.indicators.IndicatorSource.RecordQuery;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

// The whole program: a nested module is found by the scan of its parent, but not what it may use.
@SpringBootTest
class LightingModuleTest {

    private static final Caller PROGRAM = Caller.program("lighting.test");

    @Autowired
    private LightingAssets assets;

    @Autowired
    private LightingFigures figures;

    @Autowired
    private Places places;

    @Autowired
    private Audit audit;

    private UUID village;

    @BeforeEach
    void village() {
        village = places.tree()
                .byCode("15298-81", null)
                .map(place -> place.id())
                .orElseGet(() -> {
                    UUID commune = places.tree()
                            .byCode("15298", LightingSamples.SINCE)
                            .orElseThrow()
                            .id();
                    return places.establishVillage(
                            PROGRAM,
                            new NewVillage("15298-81", "thon", "Đèn Mẫu", commune),
                            new Decision("MẪU-81", LightingSamples.SINCE, "Lập thôn"));
                });
    }

    @Test
    void cabinetIsRecordedWithItsRoadsCircuitsAndLamps() {
        UUID id = assets.record(PROGRAM, LightingSamples.cabinet(village, "A", "tu-a"));

        Layout layout = assets.layoutOf(id);
        assertThat(layout.circuits()).extracting(Circuit::code).containsExactly("1a", "1b", "2a", "2b");
        assertThat(layout.circuits()).extracting(layout::ratedW).containsExactly(200, 200, 160, 160);
        assertThat(layout.lamps())
                .hasSize(18)
                .extracting(Lamp::slot)
                .startsWith(0, 1, 2)
                .endsWith(17);
        assertThat(layout.roads()).extracting(Road::code).containsExactly("T1", "T2");
        assertThat(assets.layoutOfDevice("tu-a")).contains(layout);
        assertThat(audit.changesOf("cabinet", id, 1)).hasSize(1);
    }

    @Test
    void figuresCountRoadsAndLampsOfTheDayAndGiveTheirRecords() {
        assets.record(PROGRAM, LightingSamples.cabinet(village, "B", "tu-b"));
        Set<UUID> here = Set.of(village);

        List<IndicatorPart> parts = figures.parts(LocalDate.of(2023, 12, 15), here);
        assertThat(parts)
                .filteredOn(part -> part.code().equals("lighting.roads"))
                .singleElement()
                .satisfies(part -> assertThat(part.numerator()).isEqualTo(2));
        long lamps = parts.stream()
                .filter(part -> part.code().equals("lighting.lamps"))
                .findFirst()
                .orElseThrow()
                .numerator();
        RecordQuery query = new RecordQuery("lighting.lamps", Counted.NUMERATOR, LocalDate.of(2023, 12, 15), here);
        assertThat(figures.records(query, null, 500)).hasSize((int) lamps);
        assertThat(figures.parts(LightingSamples.SINCE.minusDays(1), here)).isEmpty();
    }

    @Test
    void deviceIsInOneCabinetAndCodesAreTheirOwn() {
        assets.record(PROGRAM, LightingSamples.cabinet(village, "C", "tu-c"));

        assertThat(codeOf(LightingSamples.cabinet(village, "D", "tu-c"))).isEqualTo(LightingProblem.DEVICE_TAKEN);
        assertThat(codeOf(LightingSamples.cabinet(village, "C", "tu-d"))).isEqualTo(LightingProblem.CODE_TAKEN);
    }

    @Test
    void onlyWhoMayRecordsAndOnlyInTheirVillages() {
        UUID elsewhere = places.tree().byCode("15271", null).orElseThrow().id();

        assertThat(catchThrowableOfType(
                        ProblemException.class,
                        () -> assets.record(
                                CallerSamples.of(Role.ELECTRICIAN, elsewhere),
                                LightingSamples.cabinet(village, "E", "tu-e"))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        ProblemException.class,
                        () -> assets.record(
                                CallerSamples.of(Role.RESIDENT, village),
                                LightingSamples.cabinet(village, "E", "tu-e"))))
                .isNotNull();
    }

    private Object codeOf(NewCabinet cabinet) {
        return catchThrowableOfType(ProblemException.class, () -> assets.record(PROGRAM, cabinet))
                .problems()
                .getFirst()
                .code();
    }
}
