package vn.langso.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.(?:[a-zA-Z0-9-]+\\.)*[a-zA-Z0-9-]*)\"");
    private static final Pattern KEY_LINE = Pattern.compile("^[a-zA-Z][^=]*=.*");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");
    private static final Pattern TAG = Pattern.compile("<[^>]*>|&[a-zA-Z#0-9]+;");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\b(?:aria-label|alt|title|placeholder)=\"[^\"]*\\p{L}[^\"]*\"");

    private final Map<String, String> vietnamese = load("_vi.properties");
    private final Map<String, String> english = load("_en.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        Set<String> onlyVietnamese = new TreeSet<>(vietnamese.keySet());
        onlyVietnamese.removeAll(english.keySet());
        Set<String> onlyEnglish = new TreeSet<>(english.keySet());
        onlyEnglish.removeAll(vietnamese.keySet());
        onlyEnglish.removeIf(key -> key.endsWith(".one"));

        assertThat(onlyVietnamese).as("without English").isEmpty();
        assertThat(onlyEnglish).as("without Vietnamese").isEmpty();
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        List<String> different = vietnamese.keySet().stream()
                .filter(english::containsKey)
                .filter(key -> !arguments(vietnamese.get(key)).equals(arguments(english.get(key))))
                .sorted()
                .toList();

        assertThat(different).isEmpty();
    }

    @Test
    void keysThatTheCodeNamesExist() {
        Set<String> modules = modulesWithMessages();
        Set<String> missing = literals()
                .filter(literal -> modules.contains(literal.substring(0, literal.indexOf('.'))))
                .filter(literal -> literal.chars().filter(c -> c == '.').count() >= 2
                        && !literal.endsWith(".")
                        && !literal.endsWith("-"))
                .filter(literal -> !vietnamese.containsKey(literal))
                .filter(literal -> vietnamese.keySet().stream().noneMatch(key -> key.startsWith(literal + ".")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyProblemHasItsTexts() {
        List<String> missing = Problems.all().stream()
                .map(vn.langso.kernel.ProblemCode::code)
                .flatMap(code -> Stream.of("problem." + code + ".title", "problem." + code + ".detail"))
                .filter(key -> !vietnamese.containsKey(key))
                .toList();

        assertThat(missing).isEmpty();
    }

    /** A literal that ends with a dot, or that other keys continue, stands for all keys that begin with it. */
    @Test
    void everyKeyIsUsed() {
        Set<String> literals = literals().collect(Collectors.toSet());
        Set<String> problems = Problems.all().stream()
                .map(code -> "problem." + code.code() + ".")
                .collect(Collectors.toSet());
        problems.add("problem.GEN-500.");
        Set<String> unused = new TreeSet<>(vietnamese.keySet());
        unused.addAll(english.keySet());
        unused.removeIf(key -> isNamed(key, literals) || problems.stream().anyMatch(key::startsWith));

        assertThat(unused).isEmpty();
    }

    @Test
    void everyGroupOfKeysTellsTheTranslatorWhatItIs() {
        List<String> silent = new ArrayList<>();
        for (Path file : Code.files("src/main/resources/messages", ".properties")) {
            String before = "";
            for (String line : Code.read(file).lines().toList()) {
                if (KEY_LINE.matcher(line).matches()
                        && !before.startsWith("#")
                        && !KEY_LINE.matcher(before).matches()) {
                    silent.add(file.getFileName() + ": " + line);
                }
                before = line;
            }
        }

        assertThat(silent).isEmpty();
    }

    /** jte keeps the static parts of a template in one file; what remains of it without tags must hold no word. */
    @Test
    void templatesHoldNoWords() {
        Map<String, String> wordy = new HashMap<>();
        for (Path file : Code.files("target/classes/vn/langso", "Generated.bin")) {
            String html = Code.read(file);
            String text = TAG.matcher(html).replaceAll(" ").strip();
            if (text.codePoints().anyMatch(Character::isLetter)) {
                wordy.put(file.toString(), text.replaceAll("\\s+", " "));
            }
            SPOKEN_ATTRIBUTE.matcher(html).results().forEach(found -> wordy.put(file.toString(), found.group()));
        }

        assertThat(wordy).isEmpty();
    }

    @Test
    void textsHoldNoMarkup() {
        List<String> marked = Stream.of(vietnamese, english)
                .flatMap(texts -> texts.entrySet().stream())
                .filter(text -> text.getValue().matches(".*</?[a-z]+.*"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(marked).isEmpty();
    }

    private static boolean isNamed(String key, Set<String> literals) {
        for (String part = key; !part.isEmpty(); part = part.substring(0, Math.max(0, part.lastIndexOf('.')))) {
            if (literals.contains(part + (part.equals(key) ? "" : ".")) || literals.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> modulesWithMessages() {
        return Code.files("src/main/resources/messages", "_vi.properties").stream()
                .map(file -> file.getFileName().toString().replace("_vi.properties", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<String> literals() {
        return Stream.concat(Code.files("src/main/java", ".java").stream(), Code.files("src/main/jte", ".jte").stream())
                .map(Code::read)
                .flatMap(source -> LITERAL.matcher(source).results())
                .map(found -> found.group(1));
    }

    private static Map<String, String> load(String ending) {
        Map<String, String> texts = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (Path file : Code.files("src/main/resources/messages", ending)) {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(Code.read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(key -> {
                if (texts.put(key, properties.getProperty(key)) != null) {
                    twice.add(key);
                }
            });
        }
        assertThat(twice).as("keys in more than one file").isEmpty();
        return texts;
    }
}
