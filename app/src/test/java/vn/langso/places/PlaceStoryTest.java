package vn.langso.places;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.langso.places.PlaceSamples.BEFORE_REFORM;
import static vn.langso.places.PlaceSamples.TODAY;
import static vn.langso.places.PlaceSamples.id;

class PlaceStoryTest {

    private final PlaceTree tree = PlaceSamples.withChiPhuc();

    @Test
    void tongSonBeganAsFourCommunes() {
        List<PlaceStory.Chapter> story = PlaceStory.of(tree, id(tree, "15316", TODAY));

        assertThat(story).singleElement().satisfies(chapter -> {
            assertThat(chapter.kind()).isEqualTo("made");
            assertThat(chapter.on()).isEqualTo("2025-07-01");
            assertThat(chapter.others())
                    .extracting(Place::fullName)
                    .containsExactly("Thị trấn Hà Lĩnh", "Xã Hà Sơn", "Xã Hà Tân", "Xã Hà Tiến");
        });
    }

    @Test
    void villageMovedByTheDecisionThatMergedItsCommune() {
        UUID reform = tree.node(id(tree, "15316", TODAY)).unit().trace().openedBy();

        List<PlaceStory.Chapter> story = PlaceStory.of(tree, id(tree, "15313-03", TODAY));

        assertThat(story).extracting(PlaceStory.Chapter::kind).containsExactly("moved", "established");
        assertThat(story.getFirst().operationId()).isEqualTo(reform);
        assertThat(story.getFirst().before()).isEqualTo("xã Hà Sơn");
    }

    @Test
    void haLinhWasACommuneThenATownThenPartOfTongSon() {
        assertThat(PlaceStory.of(tree, id(tree, "15316", BEFORE_REFORM)))
                .extracting(PlaceStory.Chapter::kind)
                .containsExactly("merged", "named", "begun");
    }

    @Test
    void wardThatAbsorbedANeighbourTellsOfIt() {
        assertThat(PlaceStory.of(tree, id(tree, "14770", BEFORE_REFORM)))
                .extracting(PlaceStory.Chapter::kind)
                .containsExactly("merged", "received", "begun");
    }
}
