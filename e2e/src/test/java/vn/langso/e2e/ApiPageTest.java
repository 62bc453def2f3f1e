package vn.langso.e2e;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the API: each "try it" is pressed and answers in place. */
class ApiPageTest {

    @Test
    void whoIsSignedInAsksAsThemselves() {
        try (Visitor visitor = Demo.desktop()) {
            visitor.enterAs("village-head");
            visitor.open("/api");

            assertThat(tried(visitor.page(), "places-search")).startsWith("200 GET /api/v1/places?query=");
            assertThat(tried(visitor.page(), "me-me"))
                    .startsWith("200 GET /api/v1/me")
                    .contains("village-head");
            assertThat(visitor.accessibilityViolations()).isEmpty();
        }
    }

    @Test
    void tokenGoesBeforeTheSessionAndANonsenseOneIsRefused() {
        try (Visitor visitor = Demo.desktop()) {
            visitor.enterAs("village-head");
            visitor.open("/api");
            visitor.page().fill("#token", "no-such-token");

            assertThat(tried(visitor.page(), "me-me")).startsWith("401 GET /api/v1/me");
        }
    }

    @Test
    void nobodyIsToldToSignInFirst() {
        try (Visitor visitor = Demo.phone()) {
            visitor.open("/api");

            assertThat(tried(visitor.page(), "households-list")).startsWith("401 GET /api/v1/households");
            assertThat(tried(visitor.page(), "indicators-all"))
                    .startsWith("200 GET")
                    .contains("households.total");
        }
    }

    @Test
    void withoutScriptTheAnswerIsThePageItself() {
        try (Visitor visitor = Demo.phoneWithoutScript()) {
            visitor.open("/api/try?operation=places-search");

            assertThat(visitor.page().url()).contains("/api/v1/places");
        }
    }

    /** What stands below the form once it was sent. */
    private static String tried(Page page, String operation) {
        page.click("#" + operation + " > summary");
        page.click("#" + operation + " form button[type=submit]");
        return page.textContent("#" + operation + " [data-shown]");
    }
}
