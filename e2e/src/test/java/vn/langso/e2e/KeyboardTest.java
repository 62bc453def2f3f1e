package vn.langso.e2e;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do who use no mouse. */
class KeyboardTest {

    private static final String FOCUSED_TEXT = "() => document.activeElement.textContent.trim()";

    /** Outline or shadow that the element has now, and that it has not without the focus. */
    private static final String FOCUS_IS_SEEN = """
            () => {
              const element = document.activeElement;
              const look = () => { const s = getComputedStyle(element); return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.backgroundColor, s.textDecorationThickness].join(); };
              const focused = look();
              element.blur();
              const plain = look();
              element.focus();
              return focused !== plain;
            }
            """;

    @Test
    void firstStopSkipsToTheContent() {
        try (Visitor visitor = Demo.phone()) {
            visitor.enterAs("village-head");
            visitor.open("/households");
            visitor.page().keyboard().press("Tab");
            assertThat(focus(visitor, FOCUSED_TEXT)).isEqualTo("Đến nội dung chính");

            visitor.page().keyboard().press("Enter");
            assertThat(focus(visitor, "() => document.activeElement.id")).isEqualTo("noi-dung");
        }
    }

    @Test
    void everyStopOfThePageIsSeen() {
        try (Visitor visitor = Demo.desktop()) {
            visitor.enterAs("commune-clerk");
            visitor.open("/households?place=15313-03");
            for (int stop = 0; stop < 30; stop++) {
                visitor.page().keyboard().press("Tab");
                assertThat((Boolean) visitor.page().evaluate(FOCUS_IS_SEEN))
                        .as("focus on stop %s, %s", stop, focus(visitor, "() => document.activeElement.outerHTML"))
                        .isTrue();
            }
        }
    }

    @Test
    void refusedFormPutsTheFocusOnWhatIsWrongAndItsLinkOnTheField() {
        try (Visitor visitor = Demo.phone()) {
            visitor.open("/sign-in");
            visitor.page().focus("#f-phone");
            visitor.page().keyboard().type("12");
            visitor.page().keyboard().press("Enter");
            visitor.page().waitForSelector(".ds-error-summary");

            assertThat(visitor.page().title()).startsWith("Lỗi: ");
            assertThat(focus(visitor, "() => document.activeElement.className")).contains("ds-error-summary");
            visitor.page().keyboard().press("Tab");
            visitor.page().keyboard().press("Enter");
            assertThat(focus(visitor, "() => document.activeElement.id")).isEqualTo("f-phone");
            assertThat(visitor.page().inputValue("#f-phone")).isEqualTo("12");
        }
    }

    @Test
    void navigationAndPreferencesWorkByKeys() {
        try (Visitor visitor = Demo.phone()) {
            visitor.enterAs("village-head");
            visitor.page().focus("nav.ls-nav a[href='/more']");
            visitor.page().keyboard().press("Enter");
            visitor.page().waitForURL("**/more");
            visitor.page().focus("a[href^='/preferences']");
            visitor.page().keyboard().press("Enter");
            visitor.page().waitForURL("**/preferences**");
            visitor.page().focus("button[name=language][value=en]");
            visitor.page().keyboard().press("Enter");
            visitor.page()
                    .waitForCondition(
                            () -> visitor.page().getAttribute("html", "lang").equals("en"));
        }
    }

    @Test
    void helpThatFoldsOpensByKeys() {
        try (Visitor visitor = Demo.phone()) {
            visitor.enterAs("village-head");
            visitor.open("/households/import");
            visitor.page().focus("details summary");
            visitor.page().keyboard().press("Enter");

            assertThat(visitor.page().locator("details").first().getAttribute("open"))
                    .isNotNull();
        }
    }

    private static String focus(Visitor visitor, String question) {
        Page page = visitor.page();
        return (String) page.evaluate(question);
    }
}
