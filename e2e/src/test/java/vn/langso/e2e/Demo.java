package vn.langso.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;

/** The demo and a browser, one of each for all browser tests; the demo's data is shared, so tests change only what is their own. */
final class Demo {

    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    private static final Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("langso.chromium", "/usr/bin/chromium")))
                    .setChromiumSandbox(false));

    private static final Path FOLDER = folder();
    private static final Program PROGRAM = Program.start("demo", FOLDER);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Demo::stop));
    }

    private Demo() {}

    /** A person's own browser, with nothing in it yet. */
    static Visitor phone() {
        return visitor(390, 844, options -> {});
    }

    static Visitor desktop() {
        return visitor(1280, 800, options -> {});
    }

    /** A phone whose browser runs no script at all. */
    static Visitor phoneWithoutScript() {
        return visitor(390, 844, options -> options.setJavaScriptEnabled(false));
    }

    /** A browser that keeps nothing between pages, so that each page is read from the program. */
    static Visitor reader() {
        return visitor(390, 844, options -> options.setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    }

    private static Visitor visitor(int width, int height, Consumer<Browser.NewContextOptions> wish) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(PROGRAM.url(""))
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("vi-VN");
        wish.accept(options);
        BrowserContext context = BROWSER.newContext(options);
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
        try (Stream<Path> files = Files.walk(FOLDER)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
