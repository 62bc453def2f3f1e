package vn.langso.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the pictures of docs/screens anew, as listed in {@code screens.csv}: phone and desktop, Vietnamese and English. Runs only when
 * named, {@code mvn verify -pl e2e -Dtest=Screens}, because pictures that change with every build tell nothing.
 */
class Screens {

    private static final Path FOLDER = Path.of("../docs/screens");
    private static final Path LIST = Path.of("src/test/resources/screens.csv");
    private static final long MOST_BYTES = 8_000_000;

    private final Map<String, Visitor> visitors = new HashMap<>();

    @Test
    void everyScreenHasItsPictures() throws IOException {
        Map<String, String> ids = WalkSamples.of(as("village-head"), as("administrator"));
        List<String[]> screens = Files.readAllLines(LIST).stream()
                .skip(1)
                .map(line -> line.split(",", 3))
                .toList();
        removeOld();
        long bytes = 0;
        for (String[] screen : screens) {
            String address =
                    screen[2].replace("{household}", ids.get("household")).replace("{import}", ids.get("import"));
            for (String language : List.of("vi", "en")) {
                bytes += take(screen[0], as(screen[1]), address, language, "phone", 390, 844);
                bytes += take(screen[0], as(screen[1]), address, language, "desktop", 1280, 800);
            }
        }
        visitors.values().forEach(Visitor::close);

        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private static int take(
            String name, Visitor visitor, String address, String language, String device, int width, int height)
            throws IOException {
        visitor.look(width, height, ColorScheme.LIGHT);
        visitor.speak(language);
        visitor.open(address);
        visitor.page().evaluate("() => document.fonts.ready");
        byte[] small = Palette.reduce(visitor.page().screenshot(new Page.ScreenshotOptions()));
        Files.write(FOLDER.resolve("%s-%s-%s.png".formatted(name, device, language)), small);
        return small.length;
    }

    private static void removeOld() throws IOException {
        try (var old = Files.newDirectoryStream(FOLDER, "*.png")) {
            for (Path picture : old) {
                Files.delete(picture);
            }
        }
    }

    private Visitor as(String persona) {
        return visitors.computeIfAbsent(persona, key -> {
            Visitor visitor = Demo.reader();
            if (persona.isEmpty()) {
                visitor.open("/start");
            } else {
                visitor.enterAs(persona);
            }
            return visitor;
        });
    }
}
