package vn.langso.e2e;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page for its personas, as listed in {@code pages.csv}: the right status, nothing on the console, nothing sticking out at 390 and
 * 320 px, no accessibility finding, no link that leads nowhere.
 *
 * <p>The checker takes most of the time, so it looks at each page twice, on a diagonal: Vietnamese on a phone and English on a desktop,
 * once in the light and once in the dark, turn about from line to line. Thus each page is checked in both languages, both sizes and both
 * schemes, and each pair of them somewhere. Pages marked "full" are checked in all eight looks. Pages marked "glance" are the same as
 * another line's for the checker: it does not look at them. Widths and links are cheap: every page, both languages.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final List<String> LANGUAGES = List.of("vi", "en");
    private static final ColorScheme[] SCHEMES = {ColorScheme.LIGHT, ColorScheme.DARK};

    private final Map<String, Visitor> visitors = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> followed = new HashSet<>();
    private final List<String> heard = new ArrayList<>();

    @BeforeAll
    void findIds() {
        ids.putAll(WalkSamples.of(as("village-head"), as("administrator")));
        ids.put("imported", WalkSamples.imported(as("commune-clerk")));
    }

    @AfterAll
    void leave() {
        visitors.values().forEach(Visitor::close);
    }

    @Test
    void everyMappedPageIsWalkedOrExemptForAReason() {
        List<WalkedPage> pages = WalkedPage.all();

        assertThat(WalkedPage.mapped())
                .as("mapped, but neither walked nor exempt")
                .allMatch(mapping -> pages.stream().anyMatch(page -> page.isAbout(mapping)));
        assertThat(pages)
                .as("walked, but not mapped")
                .allMatch(page -> WalkedPage.mapped().stream().anyMatch(page::isAbout));
    }

    @TestFactory
    Stream<DynamicTest> pagesAreWellMade() {
        List<WalkedPage> pages =
                WalkedPage.all().stream().filter(page -> !page.isExempt()).toList();
        return IntStream.range(0, pages.size())
                .filter(number -> isWanted(pages.get(number)))
                .mapToObj(number -> {
                    WalkedPage page = pages.get(number);
                    String who = page.persona().isEmpty() ? "anybody" : page.persona();
                    return DynamicTest.dynamicTest(
                            who + " " + page.address(),
                            () -> assertThat(problemsOf(page, number)).isEmpty());
                });
    }

    /** While one works on a page: {@code -Dlangso.pages=/households} walks those alone whose line has these words. */
    private static boolean isWanted(WalkedPage page) {
        return page.toString().contains(System.getProperty("langso.pages", ""));
    }

    private List<String> problemsOf(WalkedPage walked, int number) {
        Visitor visitor = as(walked.persona());
        String address = filled(walked.address());
        List<String> problems = new ArrayList<>();
        heard.clear();
        for (String language : LANGUAGES) {
            boolean phone = language.equals("vi");
            int turn = phone ? number : number + 1;
            visitor.look(390, 844, SCHEMES[turn % 2]);
            visitor.speak(language);
            int status = visitor.open(address);
            if (status != walked.status()) {
                problems.add(language + ": status " + status);
            }
            problems.addAll(widthProblems(visitor, language));
            if (walked.isFull()) {
                for (ColorScheme scheme : SCHEMES) {
                    problems.addAll(violations(visitor, true, scheme, language));
                    problems.addAll(violations(visitor, false, scheme, language));
                }
            } else if (!walked.isGlance()) {
                problems.addAll(violations(visitor, phone, SCHEMES[turn % 2], language));
            }
            deadLinks(visitor, walked.persona()).forEach(link -> problems.add(language + ": dead link " + link));
        }
        if (walked.status() == 200) {
            heard.forEach(line -> problems.add("console: " + line));
        }
        return problems;
    }

    private static List<String> widthProblems(Visitor visitor, String language) {
        List<String> problems = new ArrayList<>();
        for (int width : new int[] {390, 320}) {
            visitor.page().setViewportSize(width, 844);
            visitor.sticksOut().forEach(what -> problems.add(language + ": sticks out at " + width + ": " + what));
        }
        return problems;
    }

    private static List<String> violations(Visitor visitor, boolean phone, ColorScheme scheme, String language) {
        visitor.look(phone ? 390 : 1280, phone ? 844 : 800, scheme);
        String where = "%s %s %s: ".formatted(language, phone ? "phone" : "desktop", scheme);
        return visitor.accessibilityViolations().stream()
                .map(violation -> where + violation)
                .toList();
    }

    /** Of links that differ only in an id, a code or a question one is followed. */
    private List<String> deadLinks(Visitor visitor, String persona) {
        List<String> dead = new ArrayList<>();
        for (String link : visitor.links()) {
            if (link.startsWith("#")) {
                String id = link.substring(1);
                if (!(Boolean) visitor.page().evaluate("id => !!document.getElementById(id)", id)) {
                    dead.add(link);
                }
            } else if (link.startsWith("/") && followed.add(persona + " " + kind(link))) {
                APIResponse answer = visitor.page().request().get(link.replaceAll("#.*", ""));
                if (answer.status() != 200) {
                    dead.add(link + " (" + answer.status() + ")");
                }
                answer.dispose();
            }
        }
        return dead;
    }

    private static String kind(String link) {
        return link.replaceAll("#.*", "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{id}")
                .replaceAll("/(places|v)/[0-9-]+", "/$1/{code}")
                .replaceAll("=[^&]*", "=");
    }

    private String filled(String address) {
        String filled = address;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private Visitor as(String persona) {
        return visitors.computeIfAbsent(persona, key -> {
            Visitor visitor = Demo.reader();
            visitor.page().onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    heard.add(message.text());
                }
            });
            visitor.page().onPageError(heard::add);
            switch (persona) {
                case "" -> visitor.open("/start");
                case "coded" -> visitor.askForCode("0900000101");
                default -> visitor.enterAs(persona);
            }
            return visitor;
        });
    }
}
