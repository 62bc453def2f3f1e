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

    @Test
    void signInPageNamesTheCommune() {
        try (Visitor visitor = Demo.phone()) {
            visitor.open("/sign-in");

            assertThat(visitor.page().textContent("body")).contains("Xã Tống Sơn");
        }
    }

    @Test
    void deskShowsByItselfWhatAVillageChanges() {
        try (Visitor clerk = Demo.desktop();
                Visitor head = Demo.phone()) {
            clerk.enterAs("commune-clerk");
            String before = clerk.page().textContent("#phan-thay-doi");
            head.enterAs("village-head");
            head.open("/households");
            head.openHousehold("HK-119");
            head.page().click("a[href$='/edit']");
            head.page().fill("#f-address", "Số 119, cạnh giếng");
            head.page().click("main form[action$='/edit'] button[type=submit]");

            clerk.page().waitForFunction("""
                    before => {
                      const now = document.querySelector("#phan-thay-doi").textContent;
                      return now !== before && now.includes("Trần Mẫu Sơn");
                    }
                    """, before);
        }
    }
}
