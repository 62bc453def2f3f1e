package vn.langso.places;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.langso.kernel.Problem;
import vn.langso.places.PlaceChange.Heir;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.langso.places.PlaceSamples.BEFORE_REFORM;
import static vn.langso.places.PlaceSamples.TODAY;
import static vn.langso.places.PlaceSamples.after;
import static vn.langso.places.PlaceSamples.id;
import static vn.langso.places.PlaceSamples.problems;

class PlacePlannerTest {

    private final PlaceTree tree = PlaceSamples.withChiPhuc();
    private final UUID tongSon = id(tree, "15316", TODAY);
    private final UUID haTrung = id(tree, "15271", TODAY);
    private final UUID chiPhuc = id(tree, "15313-03", TODAY);

    @Test
    void mergedCommunesKeepAnOldCodeAndTheirVillagesFollow() {
        PlaceTree merged = after(
                tree,
                new PlaceChange.Merge(
                        List.of(tongSon, haTrung), Heir.fresh("15316", "xa", "Hà Trung Tống Sơn", Set.of())),
                "2026-10-01");

        Place made = merged.byCode("15316", TODAY).orElseThrow();
        assertThat(made.name()).isEqualTo("Hà Trung Tống Sơn");
        assertThat(made.id()).isNotEqualTo(tongSon);
        assertThat(merged.parent(chiPhuc, TODAY)).contains(made);
        assertThat(merged.get(chiPhuc).code()).isEqualTo("15313-03");
        assertThat(merged.predecessors(made.id())).extracting(Place::id).containsExactlyInAnyOrder(tongSon, haTrung);
        assertThat(merged.covered(made.id())).contains(chiPhuc, id(merged, "15313", BEFORE_REFORM));
    }

    @Test
    void absorbedCommuneGoesIntoOneThatLivesOn() {
        PlaceTree merged =
                after(tree, new PlaceChange.Merge(List.of(tongSon), Heir.existing(haTrung, Set.of())), "2026-10-01");

        assertThat(merged.successors(tongSon)).extracting(Place::id).containsExactly(haTrung);
        assertThat(merged.parent(chiPhuc, TODAY).orElseThrow().id()).isEqualTo(haTrung);
        assertThat(merged.get(haTrung).validTo()).isNull();
    }

    @Test
    void placeThatHasEndedCannotBeMerged() {
        UUID haSon = id(tree, "15313", BEFORE_REFORM);

        assertThat(problems(
                        tree,
                        new PlaceChange.Merge(List.of(haSon, tongSon), Heir.fresh("15316", "xa", "Mới", Set.of())),
                        "2026-10-01"))
                .extracting(Problem::code)
                .contains(PlaceProblem.ENDED);
    }

    @Test
    void placeCannotMoveBelowItself() {
        assertThat(problems(tree, new PlaceChange.Move(tongSon, chiPhuc), "2026-10-01"))
                .extracting(Problem::code)
                .containsExactly(PlaceProblem.CYCLE);
    }

    @Test
    void villageCannotLieDirectlyUnderAProvince() {
        assertThat(problems(tree, new PlaceChange.Move(chiPhuc, id(tree, "38", TODAY)), "2026-10-01"))
                .extracting(Problem::code)
                .containsExactly(PlaceProblem.WRONG_LEVEL);
    }

    @Test
    void codeThatIsBorneOnTheDayCannotBeGivenAgain() {
        NewVillage twin = new NewVillage("15313-03", "thon", "Chí Phúc Mới", tongSon);

        assertThat(problems(tree, new PlaceChange.Establish(List.of(twin)), "2026-10-01"))
                .extracting(Problem::code)
                .containsExactly(PlaceProblem.CODE_TAKEN);
    }

    @Test
    void codeThatWillBeBorneLaterCannotBeGivenBefore() {
        PlaceTree later = after(
                tree,
                new PlaceChange.Establish(List.of(new NewVillage("15316-09", "thon", "Mới", tongSon))),
                "2026-10-01");

        assertThat(problems(
                        later,
                        new PlaceChange.Establish(List.of(new NewVillage("15316-09", "thon", "Cũ", tongSon))),
                        "2026-01-01"))
                .extracting(Problem::code)
                .containsExactly(PlaceProblem.CODE_TAKEN);
    }

    @Test
    void twoNewVillagesOfOneDecisionCannotShareACode() {
        NewVillage one = new NewVillage("15316-09", "thon", "Một", tongSon);
        NewVillage other = new NewVillage("15316-09", "thon", "Hai", tongSon);

        assertThat(problems(tree, new PlaceChange.Establish(List.of(one, other)), "2026-10-01"))
                .extracting(Problem::code)
                .containsExactly(PlaceProblem.CODE_TAKEN);
    }

    @Test
    void villageOfADividedCommuneNeedsATarget() {
        UUID haBinh = id(tree, "15328", BEFORE_REFORM);
        NewVillage village = new NewVillage("15328-01", "thon", "Ninh Thôn", haBinh);

        assertThat(problems(tree, new PlaceChange.Establish(List.of(village)), "2023-04-10"))
                .extracting(Problem::code)
                .containsExactly(PlaceProblem.NEEDS_TARGET);
    }

    @Test
    void splitNeedsATargetForEachVillage() {
        PlaceChange.Split split = new PlaceChange.Split(
                tongSon,
                List.of(
                        Heir.fresh("15316", "xa", "Tống Sơn Bắc", Set.of()),
                        Heir.fresh("15317", "xa", "Tống Sơn Nam", Set.of())));

        assertThat(problems(tree, split, "2026-10-01"))
                .extracting(Problem::code)
                .containsExactly(PlaceProblem.NEEDS_TARGET);
    }

    @Test
    void dividedCommuneGivesItsVillageToTheChosenPart() {
        PlaceTree divided = after(
                tree,
                new PlaceChange.Split(
                        tongSon,
                        List.of(
                                Heir.fresh("15316", "xa", "Tống Sơn Bắc", Set.of(chiPhuc)),
                                Heir.fresh("15317", "xa", "Tống Sơn Nam", Set.of()))),
                "2026-10-01");

        assertThat(divided.successors(tongSon)).extracting(Place::name).containsExactly("Tống Sơn Bắc", "Tống Sơn Nam");
        assertThat(divided.parent(chiPhuc, TODAY).orElseThrow().name()).isEqualTo("Tống Sơn Bắc");
        assertThat(divided.covered(id(divided, "15317", TODAY)))
                .contains(tongSon)
                .doesNotContain(chiPhuc);
    }

    @Test
    void changeMustComeAfterTheLastOne() {
        assertThat(problems(tree, new PlaceChange.Rename(tongSon, "phuong", "Tống Sơn"), "2025-07-01"))
                .extracting(Problem::code)
                .containsExactly(PlaceProblem.LATER_CHANGE);
    }

    @Test
    void renameToTheSameNameIsRefused() {
        assertThat(problems(tree, new PlaceChange.Rename(tongSon, "xa", "Tống  Sơn "), "2026-10-01"))
                .extracting(Problem::code)
                .containsExactly(PlaceProblem.UNCHANGED);
    }

    @Test
    void communeWithVillagesCannotEndWithoutHeir() {
        assertThat(problems(tree, new PlaceChange.End(tongSon), "2026-10-01"))
                .extracting(Problem::code)
                .containsExactly(PlaceProblem.HAS_CHILDREN);
    }

    @Test
    void decisionBeforeTheKnownHistoryIsRefused() {
        assertThat(problems(tree, new PlaceChange.Rename(tongSon, "xa", "Khác"), "2020-01-01"))
                .extracting(Problem::code)
                .contains(PlaceProblem.BEFORE_KNOWN);
    }

    @Test
    void namesWithEmojiTagsOrWithoutEndAreRefused() {
        for (String name : List.of("🏡", "<b>Chí Phúc</b>", "", "x".repeat(100_000))) {
            assertThat(problems(tree, new PlaceChange.Rename(chiPhuc, "thon", name), "2026-10-01"))
                    .extracting(Problem::code)
                    .containsExactly(PlaceProblem.NAME_INVALID);
        }
    }

    @Test
    void villageOfTheSameNameIsAWarningNotARefusal() {
        PlacePlan plan = PlacePlanner.plan(
                tree,
                new PlaceChange.Establish(List.of(new NewVillage("15316-07", "thon", "Chi Phúc", tongSon))),
                PlaceSamples.decision("2026-10-01"),
                UUID.randomUUID());

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.warnings()).extracting(PlacePlan.Warning::key).containsExactly("places.warning.same-name");
    }
}
