package vn.langso.places;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;

import vn.langso.ForAll;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.langso.places.PlaceSamples.BEFORE_REFORM;
import static vn.langso.places.PlaceSamples.TODAY;

class PlaceSearchTest {

    private final PlaceTree tree = PlaceSamples.official();

    @Test
    void withoutMarksOrCaseFindsTheName() {
        assertThat(tree.search("ha son", BEFORE_REFORM, 5).getFirst().fullName())
                .isEqualTo("Xã Hà Sơn");
        assertThat(tree.search("HÀ SƠN", BEFORE_REFORM, 5).getFirst().code()).isEqualTo("15313");
        assertThat(tree.search("dong son", TODAY, 5).getFirst().fullName()).isEqualTo("Phường Đông Sơn");
    }

    @Test
    void withoutADayFindsEndedPlacesToo() {
        assertThat(tree.search("ha son", null, 5)).extracting(Place::code).contains("15313");
        assertThat(tree.search("ha son", TODAY, 5)).extracting(Place::code).doesNotContain("15313");
    }

    @Test
    void oldAndNewTonePlacementAreTheSame() {
        assertThat(tree.search("Định Hoà", TODAY, 3))
                .isEqualTo(tree.search("Định Hòa", TODAY, 3))
                .isNotEmpty();
    }

    @Test
    void decomposedTextFromAPhoneIsTheSameAsComposed() {
        String decomposed = Normalizer.normalize("Tống Sơn", Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo("Tống Sơn");
        assertThat(tree.search(decomposed, TODAY, 3).getFirst().code()).isEqualTo("15316");
    }

    @Test
    void nameThatBeginsSoComesBeforeNameThatContainsIt() {
        assertThat(tree.search("tong", TODAY, 3).getFirst().name()).isEqualTo("Tống Sơn");
    }

    @Test
    void wordsAfterACommaNameThePlaceAbove() {
        assertThat(tree.search("phú sơn, nghi sơn", BEFORE_REFORM, 5))
                .extracting(Place::code)
                .containsExactly("16603");
    }

    @Test
    void codeFindsItsPlace() {
        assertThat(tree.search("15316", TODAY, 1).getFirst().name()).isEqualTo("Tống Sơn");
    }

    @Test
    void emojiOrNothingFindsNothing() {
        assertThat(tree.search("🏡", TODAY, 5)).isEmpty();
        assertThat(tree.search(" , ", TODAY, 5)).isEmpty();
    }

    @Test
    void anyTextIsAnsweredWithAtMostTheLimit() {
        ForAll.forAll(
                random -> random.ints(random.nextInt(12), 1, 0x2FFF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString(),
                text -> assertThat(tree.search(text, TODAY, 4)).hasSizeLessThanOrEqualTo(4));
    }
}
