package vn.langso.e2e;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the phone keeps, and what comes out of a printer. */
class OfflineTest {

    private static final String SHELL_IS_KEPT = """
            async () => {
              await navigator.serviceWorker.ready;
              return !!navigator.serviceWorker.controller && !!(await caches.match("/offline", { ignoreVary: true }));
            }
            """;

    private static final String HOME_IS_KEPT = """
            async () => !!(await caches.match(location.href, { ignoreVary: true }))
            """;

    @Test
    void homeIsSeenAgainWithoutANetworkAndSaysFromWhen() {
        try (Visitor visitor = Demo.phone()) {
            visitor.enterAs("resident");
            visitor.page().waitForFunction(SHELL_IS_KEPT);
            visitor.open("/");
            visitor.page().waitForFunction(HOME_IS_KEPT);

            visitor.page().context().setOffline(true);
            visitor.page().navigate("/");

            assertThat(visitor.page().textContent("h1")).contains("Chào bà Thoa");
            assertThat(visitor.page().textContent(".ls-offline")).startsWith("Không có mạng. Đây là bản đã lưu lúc");
            assertThat(visitor.fitsTheWidth()).isTrue();
        }
    }

    @Test
    void pageThatWasNotKeptSaysSoAndWhatToDo() {
        try (Visitor visitor = Demo.phone()) {
            visitor.enterAs("village-head");
            visitor.page().waitForFunction(SHELL_IS_KEPT);

            visitor.page().context().setOffline(true);
            visitor.page().navigate("/households");

            assertThat(visitor.page().textContent("h1")).isEqualTo("Đang mất mạng");
            assertThat(visitor.accessibilityViolations()).isEmpty();
        }
    }

    /** A phone may be shared: whoever comes next must not read the last one's pages. */
    @Test
    void nothingIsLeftOnThePhoneAfterLeaving() {
        try (Visitor visitor = Demo.phone()) {
            visitor.enterAs("resident");
            visitor.page().waitForFunction(SHELL_IS_KEPT);
            visitor.open("/");
            visitor.page().waitForFunction(HOME_IS_KEPT);
            visitor.open("/more");
            visitor.page().click("form[action='/sign-out'] button");
            visitor.page().waitForURL("**/sign-in");
            visitor.page().waitForFunction(SHELL_IS_KEPT);

            visitor.page().context().setOffline(true);
            visitor.page().navigate("/");

            assertThat(visitor.page().textContent("h1")).isEqualTo("Đang mất mạng");
        }
    }

    @Test
    void phoneMayKeepTheProgramAsAnApp() {
        try (Visitor visitor = Demo.phone()) {
            visitor.open("/start");
            String address = visitor.page().getAttribute("link[rel=manifest]", "href");
            APIResponse manifest = visitor.page().request().get(address);

            assertThat(manifest.headers()).containsEntry("content-type", "application/manifest+json");
            assertThat(manifest.text()).contains("\"display\":\"standalone\"", "512x512", "\"name\":\"Làng Số\"");
        }
    }

    @Test
    void printedHouseholdHasNoButtonsAndNoNavigation() {
        try (Visitor visitor = Demo.desktop()) {
            visitor.enterAs("village-head");
            visitor.open("/households");
            visitor.page()
                    .locator("main a[href*='/households/']:not([href*='import']):not([href*='new'])")
                    .first()
                    .click();
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(visitor.page().locator("nav.ls-nav").isVisible()).isFalse();
            assertThat(visitor.page().locator("main button").all()).noneMatch(button -> button.isVisible());
            assertThat(visitor.page().locator("h1").isVisible()).isTrue();
        }
    }
}
