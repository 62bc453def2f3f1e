package vn.langso.e2e;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StartPageTest {

    @Test
    void startPageFitsAPhoneAndIsAccessible() {
        try (Visitor visitor = Demo.phone()) {
            assertThat(visitor.open("/start")).isEqualTo(200);
            visitor.picture("start-phone");

            assertThat(visitor.fitsTheWidth()).isTrue();
            assertThat(visitor.accessibilityViolations()).isEmpty();
        }
    }

    /** Guards the checker itself: without it the other tests would be content with any page. */
    @Test
    void checkerSeesAPictureWithoutWords() {
        try (Visitor visitor = Demo.phone()) {
            visitor.open("/start");
            visitor.page().evaluate("() => document.querySelector('main').append(document.createElement('img'))");

            assertThat(visitor.accessibilityViolations()).anyMatch(violation -> violation.startsWith("image-alt"));
        }
    }

    @Test
    void startPageIsAccessibleOnADesktop() {
        try (Visitor visitor = Demo.desktop()) {
            assertThat(visitor.open("/start")).isEqualTo(200);
            visitor.picture("start-desktop");

            assertThat(visitor.accessibilityViolations()).isEmpty();
        }
    }

    @Test
    void oneClickEntersAsTheVillageHead() {
        try (Visitor visitor = Demo.phone()) {
            visitor.enterAs("village-head");
            visitor.picture("village-head-home-phone");

            assertThat(visitor.page().title()).isNotBlank();
            assertThat(visitor.fitsTheWidth()).isTrue();
            assertThat(visitor.accessibilityViolations()).isEmpty();
        }
    }
}
