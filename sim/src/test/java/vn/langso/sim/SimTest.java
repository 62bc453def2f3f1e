package vn.langso.sim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The simulator as a process, without any broker to be found. */
class SimTest {

    private static final String FLEET = """
            {"host":"127.0.0.1","port":1,"cabinets":[{"device":"tu-1","key":"k","firmware":"langso",
             "circuits":[{"id":"3a","road":"T3","watts":40,"lamps":["T3-01"]}]}]}""";

    @TempDir
    private Path data;

    private Process simulator;

    @BeforeEach
    void start() throws Exception {
        Path folder = Files.createDirectory(data.resolve("sim"));
        Files.writeString(folder.resolve("fleet.json"), FLEET);
        simulator = java("run", folder.toString());
        assertThat(simulator.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("1 cabinets");
    }

    @AfterEach
    void stop() {
        simulator.destroyForcibly();
    }

    @Test
    void wordsOfItsOwnerAreDoneAndBadOnesToldInOneSentence() throws Exception {
        assertThat(ask(0, "thief", "T3")).isEqualTo("T3 is dark (hand).");
        assertThat(ask(0, "status")).contains("tu-1", "offline", "by hand");
        assertThat(ask(1, "thief", "T9")).isEqualTo("There is no road T9.");
        assertThat(ask(1, "thief")).isEqualTo("thief needs ROAD.");
        assertThat(ask(1, "dance")).isEqualTo("The simulator does not know 'dance'; see ./langso sim help.");
    }

    @Test
    void onlyItsOwnerCanReadTheToken() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("sim/control"))))
                .isEqualTo("rw-------");
    }

    @Test
    void endsWithItsInputAndIsMissedInOneSentence() throws Exception {
        simulator.getOutputStream().close();

        assertThat(simulator.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ask(1, "status")).contains("No demo is running");
    }

    private String ask(int code, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("ask", "/none", data.toString()));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", "."));
        Process process = java(all.toArray(String[]::new));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(code);
        return output.strip();
    }

    private static Process java(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.langso.sim.Sim"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
