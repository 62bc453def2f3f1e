package vn.langso.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;

/** Somebody in front of a page. */
record Visitor(Page page) implements AutoCloseable {

    private static final Path AXE = Path.of("../web/node_modules/axe-core/axe.min.js");
    private static final Path SCREENS = Path.of("target/screens");

    private static final String VIOLATIONS = """
            () => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
              .then(result => result.violations.flatMap(v => v.nodes.map(n => v.id + " at " + n.target + ": " + v.help)))
            """;

    private static final String STICKS_OUT = """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              return ["page of " + document.documentElement.scrollWidth + " in " + width].concat(
                [...document.querySelectorAll("body *")]
                  .filter(e => e.getBoundingClientRect().right > width)
                  .slice(-5).map(e => e.tagName + "." + e.className + " " + e.textContent.slice(0, 40)));
            }
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

    /** As far as the page that asks for the six digits. */
    void askForCode(String phone) {
        open("/sign-in");
        page.fill("#f-phone", phone);
        page.click("form[action='/sign-in'] button[type=submit]");
    }

    /** From the list of households, by the number. */
    void openHousehold(String number) {
        page.fill("input[type=search]", number);
        page.locator("input[type=search]").press("Enter");
        page.waitForURL(address -> address.contains(number));
        Locator found = page.locator("main a[href^='/households/']");
        found.all().stream()
                .filter(link -> link.getAttribute("href").matches("/households/[0-9a-f-]{36}"))
                .findFirst()
                .orElseThrow()
                .click();
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

    /** Reads the pages in this language from now on: vi or en. */
    void speak(String language) {
        page.context().addCookies(List.of(new Cookie("langso_language", language).setUrl(page.url())));
    }

    void look(int width, int height, ColorScheme scheme) {
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** The addresses within the program that the page links to, as written. */
    @SuppressWarnings("unchecked")
    List<String> links() {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll("a[href]")].map(a => a.getAttribute("href"))
                """);
    }

    /** True if nothing sticks out of the page to the side. */
    boolean fitsTheWidth() {
        return sticksOut().isEmpty();
    }

    /** What makes the page wider than the window, innermost elements; empty is right. */
    @SuppressWarnings("unchecked")
    List<String> sticksOut() {
        return (List<String>) page.evaluate(STICKS_OUT);
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
