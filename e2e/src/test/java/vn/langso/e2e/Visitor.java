package vn.langso.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** Somebody in front of a page. */
record Visitor(Page page) implements AutoCloseable {

    private static final Path AXE = Path.of("../web/node_modules/axe-core/axe.min.js");
    private static final Path SCREENS = Path.of("target/screens");

    private static final String VIOLATIONS = """
            () => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
              .then(result => result.violations.flatMap(v => v.nodes.map(n => v.id + " at " + n.target + ": " + v.help)))
            """;

    /** Opens a path and gives the status of its answer. */
    int open(String path) {
        Response response = page.navigate(path);
        return response == null ? 0 : response.status();
    }

    /** Enters the demo as a persona, with the one click of the start page. */
    void enterAs(String role) {
        open("/start");
        page.locator("form[action='/start/" + role + "'] button").first().click();
    }

    /** What the checker for accessibility holds against the page; empty is right. */
    @SuppressWarnings("unchecked")
    List<String> accessibilityViolations() {
        try {
            // Evaluated by the browser's debugger, which the page's content security policy does not concern.
            page.evaluate(Files.readString(AXE) + "; undefined");
            return (List<String>) page.evaluate(VIOLATIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if nothing sticks out of the page to the side. */
    boolean fitsTheWidth() {
        return (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }

    /** Keeps the whole page as a picture in {@code target/screens}. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
