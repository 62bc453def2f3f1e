package vn.langso.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The demo and a browser, one of each for all browser tests; the demo's data is shared, so tests change only what is their own. */
final class Demo {

    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    private static final Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("langso.chromium", "/usr/bin/chromium")))
                    .setChromiumSandbox(false));

    private static final Program PROGRAM = Program.start("demo", folder());

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Demo::stop));
    }

    private Demo() {}

    /** A person's own browser, with nothing in it yet. */
    static Visitor phone() {
        return visitor(390, 844);
    }

    static Visitor desktop() {
        return visitor(1280, 800);
    }

    private static Visitor visitor(int width, int height) {
        BrowserContext context = BROWSER.newContext(new Browser.NewContextOptions()
                .setBaseURL(PROGRAM.url(""))
                .setViewportSize(width, height)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setLocale("vi-VN"));
        return new Visitor(context.newPage());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("langso-e2e-demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop() {
        PROGRAM.close();
        PLAYWRIGHT.close();
    }
}
