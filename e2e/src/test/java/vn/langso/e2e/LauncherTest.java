package vn.langso.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher on machines that lack something: a copy of it, and a PATH of small scripts that play the machine's programs. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("../langso");
    private static final List<String> ORDINARY = List.of(
            "sh",
            "sed",
            "dirname",
            "readlink",
            "find",
            "cksum",
            "sort",
            "tr",
            "cat",
            "mkdir",
            "rm",
            "date",
            "tail",
            "id",
            "awk",
            "env");

    @TempDir
    private Path folder;

    private Path root;
    private Path bin;

    @BeforeEach
    void machineWithEverything() throws IOException {
        root = Files.createDirectory(folder.resolve("làng số"));
        Files.createDirectory(root.resolve("web"));
        bin = Files.createDirectory(folder.resolve("bin"));
        Files.copy(LAUNCHER, root.resolve("langso"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        for (String name : ORDINARY) {
            Path program = Stream.of("/usr/bin/", "/bin/")
                    .map(place -> Path.of(place + name))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(bin.resolve(name), program);
        }
        jdk("jdk", 25);
        fake("mvn", "echo \"mvn $*\" >>\"$CALLS\"; exit 7");
        fake("node", "echo 22");
        fake("npm", "exit 0");
    }

    @Test
    void oldJavaAloneIsRefusedInBothLanguages() throws Exception {
        Answer answer = run(Map.of("JAVA_HOME", jdk("old", 17), "LANGSO_JDK_FOLDERS", ""), "demo");

        answer.refusedWith("Máy chưa có JDK 25", "No JDK 25 or newer was found");
    }

    @Test
    void oldJavaOnThePathDoesNoHarmWhenANewOneLiesElsewhere() throws Exception {
        Path old = Path.of(jdk("old", 17));
        Files.createSymbolicLink(bin.resolve("java"), old.resolve("bin/java"));
        Files.createSymbolicLink(bin.resolve("javac"), old.resolve("bin/javac"));
        Files.delete(bin.resolve("mvn"));

        // It gets as far as Maven, so it has found the other one.
        run(Map.of("JAVA_HOME", "", "LANGSO_JDK_FOLDERS", folder + "/jdk"), "demo")
                .refusedWith("Máy chưa có Maven", "Maven is missing");
    }

    @Test
    void missingMavenIsTold() throws Exception {
        Files.delete(bin.resolve("mvn"));

        demo().refusedWith("Máy chưa có Maven", "Maven is missing");
    }

    @Test
    void missingNodeIsTold() throws Exception {
        Files.delete(bin.resolve("node"));

        demo().refusedWith("Máy chưa có Node.js 20", "Node.js 20 or newer is missing");
    }

    @Test
    void oldNodeIsToldWithItsVersion() throws Exception {
        fake("node", "echo 18");

        demo().refusedWith("Máy chưa có Node.js 20", "(found: 18)");
    }

    @Test
    void missingNpmIsTold() throws Exception {
        Files.delete(bin.resolve("npm"));

        demo().refusedWith("Máy chưa có npm", "npm is missing");
    }

    @Test
    void badPortAndUnknownWordsAreTold() throws Exception {
        run(Map.of(), "demo", "--port", "70000").refusedWith("--port cần một số", "--port needs a number");
        run(Map.of(), "run", "--lan").refusedWith("--lan chỉ dùng với demo", "--lan is for the demo only");
        run(Map.of(), "demo", "--quick").refusedWith("Không có tùy chọn --quick", "There is no option --quick");
    }

    @Test
    void checksInstallMissingPackagesAsRoot() throws Exception {
        fake("id", "echo 0");
        fake("apt-get", "echo \"apt-get $*\" >>\"$CALLS\"");

        Answer answer = run(Map.of("LANGSO_PACKAGES_ROOT", folder + "/empty"), "test");

        assertThat(calls())
                .contains("apt-get update -q", "apt-get install -y --no-install-recommends postgresql-15 chromium");
        assertThat(answer.output()).contains("Gói Debian / packages: postgresql-15 chromium");
    }

    @Test
    void checksInstallThroughSudoWhereItAsksForNoPassword() throws Exception {
        fake("id", "echo 1000");
        fake("sudo", "[ \"$1\" = -n ] && exit 0; echo \"sudo $*\" >>\"$CALLS\"");
        fake("apt-get", "exit 9");

        run(Map.of("LANGSO_PACKAGES_ROOT", folder + "/empty"), "test");

        assertThat(calls()).contains("sudo apt-get install -y --no-install-recommends postgresql-15 chromium");
    }

    @Test
    void checksWithoutRootStopWithTheExactLineToType() throws Exception {
        fake("id", "echo 1000");
        fake("sudo", "exit 1");

        Answer answer = run(Map.of("LANGSO_PACKAGES_ROOT", folder + "/empty"), "test");

        answer.refusedWith(
                "hãy gõ: sudo apt-get install -y --no-install-recommends postgresql-15 chromium",
                "type: sudo apt-get install -y --no-install-recommends postgresql-15 chromium");
        assertThat(calls()).isEmpty();
    }

    @Test
    void demoNeedsNoPackagesAtAll() throws Exception {
        fake("id", "echo 1000");
        fake("apt-get", "echo \"apt-get $*\" >>\"$CALLS\"");

        Answer answer = run(Map.of("LANGSO_PACKAGES_ROOT", folder + "/empty"), "demo");

        assertThat(answer.output()).doesNotContain("apt-get").contains("Gói giao diện");
        assertThat(calls()).noneMatch(call -> call.startsWith("apt-get"));
    }

    @Test
    void wordsForTheSimulatorNeedARunningDemo() throws Exception {
        run(Map.of(), "sim", "thief", "T3").refusedWith("Không có bản trình diễn nào đang chạy", "No demo is running");
    }

    @Test
    void failedBuildShowsTheEndOfItsLogAndSaysWhereTheRestIs() throws Exception {
        fake("npm", "echo the registry is away; exit 1");

        Answer answer = demo();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.output())
                .contains("the registry is away", "This step failed; its whole log is in " + root + "/target/npm.log");
    }

    @Test
    void launcherIsFoundThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("langso-link"), Path.of("làng số/langso"));
        Files.delete(bin.resolve("npm"));

        run(link, Map.of(), "demo").refusedWith("Máy chưa có npm", "npm is missing");
    }

    private Answer demo() throws Exception {
        return run(Map.of(), "demo");
    }

    private Answer run(Map<String, String> environment, String... words) throws Exception {
        return run(root.resolve("langso"), environment, words);
    }

    private Answer run(Path launcher, Map<String, String> environment, String... words) throws Exception {
        List<String> command = Stream.concat(Stream.of("/bin/sh", launcher.toString()), Stream.of(words))
                .toList();
        ProcessBuilder process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().clear();
        process.environment()
                .putAll(Map.of(
                        "PATH",
                        bin.toString(),
                        "HOME",
                        folder.toString(),
                        "CALLS",
                        folder.resolve("calls").toString(),
                        "JAVA_HOME",
                        folder.resolve("jdk").toString(),
                        "LC_ALL",
                        "C.UTF-8"));
        process.environment().putAll(environment);
        Process started = process.start();
        String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(started.waitFor(), output);
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private String jdk(String name, int version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
        script(home.resolve("bin/java"), "exit 1");
        script(home.resolve("bin/javac"), "exit 1");
        return home.toString();
    }

    private void fake(String name, String text) throws IOException {
        Files.deleteIfExists(bin.resolve(name));
        script(bin.resolve(name), text);
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Answer(int code, String output) {

        /** One sentence in each language, nothing else. */
        void refusedWith(String vietnamese, String english) {
            assertThat(code).isEqualTo(1);
            assertThat(output).contains(vietnamese, english);
            assertThat(output.lines()).hasSize(2);
        }
    }
}
