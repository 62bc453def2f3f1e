package vn.langso.places;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.audit.Audit;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemCode;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.places.PlaceChange.Heir;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.langso.places.PlaceSamples.BEFORE_REFORM;
import static vn.langso.places.PlaceSamples.decision;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import(MovedClock.Beans.class)
class PlacesModuleTest {

    @Autowired
    private Places places;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    private final Caller program = Caller.program("places.test");

    @Test
    void officialUnitsAreThereFromTheStartAndLoadedOnce() {
        assertThat(places.tree().byCode("15316", null).orElseThrow().name()).isEqualTo("Tống Sơn");
        assertThat(places.loadReference(program)).isFalse();
    }

    @Test
    void villageIsEstablishedWithItsHistory(AssertablePublishedEvents events) {
        UUID haSon = places.tree().byCode("15313", BEFORE_REFORM).orElseThrow().id();

        UUID village = places.establishVillage(
                program, new NewVillage("15313-03", "thon", "Chí Phúc", haSon), decision("2023-04-10"));

        PlaceTree tree = places.tree();
        assertThat(tree.parent(village, BEFORE_REFORM).orElseThrow().name()).isEqualTo("Hà Sơn");
        assertThat(tree.parent(village, tree.today()).orElseThrow().name()).isEqualTo("Tống Sơn");
        assertThat(events.ofType(PlacesChanged.class)
                        .matching(event -> event.placeIds().contains(village)))
                .hasSize(1);
    }

    @Test
    void transactionSeesItsOwnChangesBeforeOthersDo() {
        UUID commune = communeOf("15274");

        transaction.executeWithoutResult(status -> {
            UUID village = places.establishVillage(
                    program, new NewVillage("15274-50", "thon", "Tạm", commune), decision("2026-01-01"));
            assertThat(places.tree().find(village)).isPresent();
            status.setRollbackOnly();
        });

        assertThat(places.tree().byCode("15274-50", null)).isEmpty();
    }

    @Test
    void mergerIsRecordedAuditedAndUndone(AssertablePublishedEvents events) {
        UUID one = communeOf("14857");
        UUID other = communeOf("14860");
        Caller committee = committee();
        long before = places.tree().revision();

        UUID operation = places.change(
                committee,
                new PlaceChange.Merge(List.of(one, other), Heir.fresh("14857", "xa", "Trung Lý Mới", Set.of())),
                decision("2026-09-01"),
                before);

        assertThat(places.tree().byCode("14857", null).orElseThrow().name()).isEqualTo("Trung Lý Mới");
        assertThat(audit.changesOf("place-operation", operation, 5))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("places.merge"));
        // A caller is made for each request: the commune that came out of the merger is among this one's places.
        places.undo(committee(), operation);
        assertThat(places.tree().byCode("14857", null).orElseThrow().id()).isEqualTo(one);
        assertThat(places.tree().get(other).validTo()).isNull();
        assertThat(events.ofType(PlacesChanged.class)
                        .matching(event -> event.operationId().equals(operation)))
                .hasSize(2);
        assertThat(codeOf(() -> places.undo(committee, operation))).isEqualTo(PlaceProblem.UNDONE_BEFORE);
    }

    @Test
    void changeThatALaterOneRestsOnCannotBeUndone() {
        UUID commune = communeOf("15298");
        UUID first = change(new PlaceChange.Rename(commune, "xa", "Lĩnh Toại Một"), "2026-02-01");
        UUID second = change(new PlaceChange.Rename(commune, "xa", "Lĩnh Toại Hai"), "2026-03-01");

        assertThat(codeOf(() -> places.undo(program, first))).isEqualTo(PlaceProblem.BUILT_UPON);
        places.undo(program, second);
        places.undo(program, first);
        assertThat(places.tree().get(commune).name()).isEqualTo("Lĩnh Toại");
    }

    @Test
    void officialListCannotBeUndone() {
        UUID list = places.latestOperations(500).stream()
                .filter(Operation::isReference)
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(codeOf(() -> places.undo(program, list))).isEqualTo(PlaceProblem.REFERENCE);
    }

    @Test
    void secondOfTwoOfficersIsToldThatPlacesChangedMeanwhile() {
        UUID commune = communeOf("15286");
        long seen = places.tree().revision();
        places.change(program, new PlaceChange.Rename(commune, "xa", "Một"), decision("2026-04-01"), seen);

        assertThat(codeOf(() -> places.change(
                        program, new PlaceChange.Rename(commune, "xa", "Hai"), decision("2026-05-01"), seen)))
                .isEqualTo(PlaceProblem.CHANGED_MEANWHILE);
        assertThat(places.tree().get(commune).name()).isEqualTo("Một");
    }

    @Test
    void refusedChangeLeavesNothing() {
        UUID commune = communeOf("15715");
        long before = places.tree().revision();

        assertThat(codeOf(() -> change(new PlaceChange.Rename(commune, "huyen", "Tân Ninh"), "2026-02-01")))
                .isEqualTo(PlaceProblem.TYPE_INVALID);
        assertThat(places.tree().revision()).isEqualTo(before);
    }

    @Test
    void clerkAndForeignCommitteeMayNotChangePlaces() {
        UUID commune = communeOf("16378");
        PlaceChange rename = new PlaceChange.Rename(commune, "xa", "Khác");
        Caller clerk = CallerSamples.of(Role.COMMUNE_CLERK, commune);
        Caller foreign = CallerSamples.of(Role.COMMITTEE, communeOf("01"));

        assertThat(codeOf(() -> places.preview(clerk, rename, decision("2026-02-01")))
                        .code())
                .isEqualTo("SHL-403");
        assertThat(codeOf(() -> places.change(
                                foreign,
                                rename,
                                decision("2026-02-01"),
                                places.tree().revision()))
                        .code())
                .isEqualTo("SHL-403");
    }

    private UUID change(PlaceChange change, String effectiveOn) {
        return places.change(
                program, change, decision(effectiveOn), places.tree().revision());
    }

    private Caller committee() {
        PlaceTree tree = places.tree();
        UUID province = tree.byCode("38", null).orElseThrow().id();
        UUID[] scope = tree.covered(province).stream()
                .sorted((a, b) -> a.equals(province) ? -1 : b.equals(province) ? 1 : a.compareTo(b))
                .toArray(UUID[]::new);
        return CallerSamples.of(Role.COMMITTEE, scope);
    }

    private UUID communeOf(String code) {
        return places.tree().byCode(code, null).orElseThrow().id();
    }

    private static ProblemCode codeOf(Runnable refused) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, refused::run);
        return problem.problems().stream().map(Problem::code).findFirst().orElseThrow();
    }
}
