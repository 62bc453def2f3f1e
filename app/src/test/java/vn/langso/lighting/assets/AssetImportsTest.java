package vn.langso.lighting.assets;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.lighting.Lamp;
import vn.langso.lighting.LampDetails;
import vn.langso.lighting.Layout;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingEdits;
import vn.langso.lighting.LightingProblem;
import vn.langso.lighting.Spot;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;
import vn.langso.shell.Pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
class AssetImportsTest {

    private static final String CODE = "15298-85";
    private static final LocalDate SINCE = LocalDate.of(2023, 6, 1);
    private static final Caller PROGRAM = Caller.program("test");

    @Autowired
    private AssetImports imports;

    @Autowired
    private LightingAssets assets;

    @Autowired
    private LightingEdits edits;

    @Autowired
    private Places places;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester http;

    private UUID village;

    /** Codes of its own for each test: the register of the village outlives it. */
    private String mark;

    @BeforeEach
    void village() {
        mark = Long.toString(Ids.next().getLeastSignificantBits() & 0xfffffffL, 36)
                .toUpperCase(java.util.Locale.ROOT);
        village = places.tree().byCode(CODE, null).map(place -> place.id()).orElseGet(() -> {
            UUID commune = places.tree().byCode("15298", SINCE).orElseThrow().id();
            return places.establishVillage(
                    PROGRAM,
                    new NewVillage(CODE, "thon", "Bảng Mẫu", commune),
                    new Decision("MẪU-82", SINCE, "Lập thôn"));
        });
    }

    @Test
    void sheetIsRecordedOnceHoweverOftenItIsSent() throws IOException {
        UUID first = send(twoLamps());
        assertThat(imports.preview(PROGRAM, first).ready()).isEqualTo(2);
        assertThat(cabinet()).isNull();

        imports.commit(PROGRAM, first);
        Layout layout = cabinet();
        assertThat(layout).isNotNull();
        assertThat(layout.lamps()).extracting(Lamp::watts).containsExactly(40, 70);
        assertThat(layout.circuits()).hasSize(2);

        assertThat(codeOf(() -> imports.commit(PROGRAM, first))).isEqualTo(LightingProblem.IMPORT_ELSEWHERE);
        UUID again = send(twoLamps());
        assertThat(imports.preview(PROGRAM, again).ready()).isZero();
        assertThat(imports.preview(PROGRAM, again).known()).isEqualTo(2);
        imports.commit(PROGRAM, again);
        assertThat(cabinet().lamps()).hasSize(2);
    }

    @Test
    void laterSheetAddsToTheCabinetAndItsUndoLeavesTheRest() throws IOException {
        imports.commit(PROGRAM, send(twoLamps()));
        UUID more = send(
                SheetSamples.HEADING + "B1,Ngõ Mẫu,BT,,,1a,L1,B1-03,LED,40,,,,01/06/2024,\n".replace("B", "B" + mark));
        imports.commit(PROGRAM, more);
        assertThat(cabinet().lamps()).extracting(Lamp::slot).containsExactly(0, 1, 2);

        imports.undo(PROGRAM, more);
        assertThat(cabinet().lamps()).hasSize(2);
        assertThat(codeOf(() -> imports.undo(PROGRAM, more))).isEqualTo(LightingProblem.IMPORT_ELSEWHERE);
    }

    @Test
    void undoTakesBackEverythingUnlessALampWasChangedSince() throws IOException {
        UUID sent = send(twoLamps());
        imports.commit(PROGRAM, sent);
        Lamp lamp = cabinet().lamps().getFirst();
        edits.correct(PROGRAM, lamp.id(), 1, details(60, lamp.since()));
        assertThat(codeOf(() -> imports.undo(PROGRAM, sent))).isEqualTo(LightingProblem.USED_SINCE);

        mark = mark + "Z";
        UUID other = send(twoLamps());
        imports.commit(PROGRAM, other);
        imports.undo(PROGRAM, other);
        assertThat(cabinet()).isNull();
        assertThat(imports.get(PROGRAM, other).state()).isEqualTo(AssetImport.State.UNDONE);
    }

    @Test
    void rowsWithProblemsAreToldAndLeftOut() throws IOException {
        UUID sent = send(twoLamps()
                + "B1,Ngõ Mẫu,BT,,,1a,L1,B1-03,LED,-5,,,,01/06/2024,\nB2,Ngõ,BT,,,1a,L1,B2-01,LED,40,,,,01/06/2024,\n"
                        .replace("B", "B" + mark)
                + "B1,Ngõ Mẫu,BT,,,1a,L1,B1-01,LED,40,,,,01/06/2024,\nB1,Ngõ,BT,,,1a,L1,B1-04,LED,x,,,,1970,\n"
                        .replace("B", "B" + mark));

        AssetImports.Preview preview = imports.preview(PROGRAM, sent);
        assertThat(preview.ready()).isEqualTo(2);
        assertThat(preview.wrong())
                .extracting(row -> row.problems().getFirst().field())
                .containsExactly("watts", "circuit", "lamp", "since");
    }

    @Test
    void deviceThatIsNotOfTheVillageIsTold() throws IOException {
        UUID sent = send(SheetSamples.TWO_LAMPS.replace("B1", "B" + mark + "1").replace("BT", "B" + mark + "T"));

        assertThat(imports.preview(PROGRAM, sent).wrong())
                .extracting(row -> row.problems().getFirst().code())
                .containsOnly(LightingProblem.DEVICE_ELSEWHERE);
    }

    @Test
    void replacedLampEndsTheDayBeforeAndKeepsItsPlace() throws IOException {
        imports.commit(PROGRAM, send(twoLamps()));
        Lamp old = cabinet().lamps().getFirst();

        UUID next = edits.replace(PROGRAM, old.id(), 1, details(30, LocalDate.of(2025, 3, 1)));

        assertThat(edits.lamp(PROGRAM, old.id()).lamp().until()).isEqualTo("2025-02-28");
        Lamp hung = edits.lamp(PROGRAM, next).lamp();
        assertThat(hung.slot()).isEqualTo(old.slot());
        assertThat(hung.watts()).isEqualTo(30);
        assertThat(hung.spot()).isEqualTo(new Spot(20.02, 105.79));
        assertThat(codeOf(() -> edits.correct(PROGRAM, old.id(), 1, details(30, old.since()))))
                .isEqualTo(LightingProblem.CHANGED_MEANWHILE);
    }

    @Test
    void pagesShowRegisterSheetAndForms() throws IOException {
        imports.commit(PROGRAM, send(twoLamps()));
        Layout layout = cabinet();
        Caller electrician = CallerSamples.of(Role.ELECTRICIAN, village);

        assertThat(page(electrician, "/places/" + CODE + "/lighting/assets"))
                .hasStatusOk()
                .bodyText()
                .contains("B" + mark + "1-01");
        assertThat(page(
                        electrician,
                        "/lighting/lamps/" + layout.lamps().getFirst().id() + "/edit"))
                .hasStatusOk();
        assertThat(page(electrician, "/lighting/cabinets/" + layout.cabinet().id() + "/edit"))
                .hasStatusOk();
        assertThat(page(electrician, "/lighting/imports/template.csv")).hasStatusOk();
        MvcTestResult sent = http.post()
                .uri("/places/" + CODE + "/lighting/import")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "den.csv", "text/csv", twoLamps().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .requestAttr(Caller.class.getName(), electrician)
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus(303);
        assertThat(page(electrician, String.valueOf(sent.getResponse().getRedirectedUrl())))
                .hasStatusOk();
    }

    private MvcTestResult page(Caller caller, String address) {
        return http.get()
                .uri(address)
                .requestAttr(Caller.class.getName(), caller)
                .exchange();
    }

    private String twoLamps() {
        return SheetSamples.HEADING
                + SheetSamples.TWO_LAMPS
                        .substring(SheetSamples.HEADING.length())
                        .replace("B1", "B" + mark + "1")
                        .replace("BT", "B" + mark + "T")
                        .replace("tu-bang-mau", "");
    }

    private UUID send(String csv) throws IOException {
        return imports.send(
                PROGRAM, village, "den.csv", SheetSamples.of(csv), pages.texts(new MockHttpServletRequest()));
    }

    private Layout cabinet() {
        List<Layout> layouts = assets.layouts(Set.of(village), places.tree().today());
        return layouts.stream()
                .filter(layout -> layout.cabinet().code().equals("B" + mark + "T"))
                .findFirst()
                .orElse(null);
    }

    private static LampDetails details(int watts, LocalDate since) {
        return new LampDetails(Lamp.Type.LED, watts, new Spot(20.02, 105.79), since, null);
    }

    private static Object codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Problem problem =
                catchThrowableOfType(ProblemException.class, call).problems().getFirst();
        return problem.code();
    }
}
