package vn.langso.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.DependencyType;
import org.springframework.modulith.docs.Documenter;

import vn.langso.kernel.ProblemCode;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps {@code docs/modules} true. {@code -Dlangso.docs=write} writes it anew; without, a difference fails. */
class GeneratedDocsTest {

    private static final Pattern LISTED = Pattern.compile("\\s*(Component|Rel)\\(");

    /** The lines of a plain list in a cell; one with lists in it stays as it is. */
    private static final Pattern LIST = Pattern.compile("(?m)^\\|(\\* [^\\n]*(?:\\n\\* [^\\n]*)++)\\n(?!\\*\\*)");

    private static final Path CHECKED_IN = Path.of("../docs/modules");

    @TempDir
    private Path folder;

    @Test
    void documentsSayWhatTheCodeSays() throws IOException {
        new Documenter(
                        Code.MODULES,
                        Documenter.Options.defaults()
                                .withOutputFolder(folder.toString())
                                .withoutClean())
                .writeModulesAsPlantUml()
                .writeModuleCanvases();
        sortLists();
        write("README.md", overview());
        write("problems.md", problems());
        write("settings.md", settings());

        if ("write".equals(System.getProperty("langso.docs"))) {
            replace();
        }

        assertThat(contents(CHECKED_IN))
                .as("docs/modules differs: run GeneratedDocsTest with -Dlangso.docs=write and look at the change")
                .isEqualTo(contents(folder));
    }

    /** Methods come in an order of the machine's own, so lists drawn from them do too. */
    private void sortLists() throws IOException {
        for (Map.Entry<String, String> document : contents(folder).entrySet()) {
            String sorted = LIST.matcher(document.getValue())
                    .replaceAll(found -> Matcher.quoteReplacement(
                            found.group(1).lines().sorted().collect(Collectors.joining("\n", "|", "\n"))));
            write(document.getKey(), sorted);
        }
    }

    private static String overview() {
        StringBuilder text = new StringBuilder("# Modules\n\nWritten by the build from the code; do not edit."
                + " An arrow means: may call. Values of `kernel` and the machinery of `platform` are open to all.\n\n"
                + "```mermaid\nflowchart TD\n");
        List<ApplicationModule> modules = modules();
        for (ApplicationModule module : modules) {
            text.append("  ")
                    .append(node(module))
                    .append("[")
                    .append(id(module))
                    .append("]\n");
        }
        for (ApplicationModule module : modules) {
            module.getDirectDependencies(Code.MODULES, DependencyType.USES_COMPONENT, DependencyType.DEFAULT).stream()
                    .map(dependency -> dependency.getTargetModule())
                    .filter(modules::contains)
                    .map(GeneratedDocsTest::node)
                    .distinct()
                    .sorted()
                    .forEach(target -> text.append("  ")
                            .append(node(module))
                            .append(" --> ")
                            .append(target)
                            .append('\n'));
        }
        text.append("```\n\n| Module | What it is for |\n|---|---|\n");
        Code.MODULES.stream()
                .sorted()
                .forEach(module -> text.append("| [`")
                        .append(id(module))
                        .append("`](module-")
                        .append(id(module))
                        .append(".adoc) | ")
                        .append(purpose(module))
                        .append(" |\n"));
        return text.append(
                        "\n[Problem codes](problems.md) · [Settings](settings.md) · [C4 component diagram](components.puml)\n")
                .toString();
    }

    private static List<ApplicationModule> modules() {
        return Code.MODULES.stream()
                .filter(module -> !List.of("kernel", "platform").contains(id(module)))
                .sorted()
                .toList();
    }

    private static String node(ApplicationModule module) {
        return id(module).replace('.', '_');
    }

    private static String id(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    /** The first sentence of the package's comment. */
    private static String purpose(ApplicationModule module) {
        Path file = Path.of("src/main/java", module.getBasePackage().getName().replace('.', '/'), "package-info.java");
        String comment = Code.read(file)
                .replaceAll("(?s)^.*?/\\*\\*(.*?)\\*/.*$", "$1")
                .replaceAll("\\s*\\n\\s*\\*", " ")
                .replaceAll(" +", " ");
        int end = comment.indexOf("<p>");
        return (end < 0 ? comment : comment.substring(0, end))
                .replaceAll("\\{@(?:link|code) ([^}]*)}", "`$1`")
                .strip();
    }

    private static String problems() throws IOException {
        Properties vietnamese = texts("_vi.properties");
        Properties english = texts("_en.properties");
        StringBuilder text = new StringBuilder("# Problem codes\n\nWritten by the build from the code; do not edit."
                + " A code is stable and never used again for something else.\n\n"
                + "| Code | HTTP | Tiếng Việt | English |\n|---|---|---|---|\n");
        for (ProblemCode problem : Problems.all()) {
            String key = "problem." + problem.code() + ".title";
            text.append("| `")
                    .append(problem.code())
                    .append("` | ")
                    .append(problem.kind().status())
                    .append(" | ")
                    .append(vietnamese.getProperty(key))
                    .append(" | ")
                    .append(english.getProperty(key))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static Properties texts(String ending) throws IOException {
        Properties all = new Properties();
        for (Path file : Code.files("src/main/resources/messages", ending)) {
            all.load(new StringReader(Code.read(file)));
        }
        return all;
    }

    private static String settings() {
        List<String> lines =
                Code.read(Code.RESOURCES.resolve("application.yaml")).lines().toList();
        String own = lines.subList(lines.indexOf("langso:"), lines.size()).stream()
                .takeWhile(line -> line.equals("langso:") || line.startsWith(" "))
                .collect(Collectors.joining("\n"));
        return "# Settings\n\nWritten by the build from `application.yaml`; do not edit. Each can be given as `--langso.name=value` on the"
                + " command line or as an environment variable `LANGSO_NAME`.\n\n```yaml\n" + own + "\n```\n";
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void replace() throws IOException {
        Files.createDirectories(CHECKED_IN);
        for (String old : contents(CHECKED_IN).keySet()) {
            Files.delete(CHECKED_IN.resolve(old));
        }
        for (Map.Entry<String, String> file : contents(folder).entrySet()) {
            Files.writeString(CHECKED_IN.resolve(file.getKey()), file.getValue());
        }
    }

    /** Line ends and spaces before them are the tools' own. */
    private static Map<String, String> contents(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        file.getFileName().toString(),
                        text(file).replaceAll("[ \\t]*\\r?\\n", "\n").stripTrailing() + "\n");
            }
        }
        return contents;
    }

    /** The writer of PlantUML keeps no order among modules and arrows. */
    private static String text(Path file) throws IOException {
        String text = Files.readString(file);
        if (!file.toString().endsWith(".puml")) {
            return text;
        }
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int from = 0; from < lines.size(); from++) {
            int to = from;
            while (to < lines.size() && LISTED.matcher(lines.get(to)).lookingAt()) {
                to++;
            }
            lines.subList(from, to).sort(null);
            from = Math.max(from, to - 1);
        }
        return String.join("\n", lines);
    }
}
