package vn.langso.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The simulated cabinets as a process of their own, for as long as the program runs. Its input is a pipe from here, so it ends also when
 * this process is killed.
 */
@Component
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class Simulator implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final long ENDS_WITHIN_SECONDS = 5;

    private final Path folder;
    private final String program;
    private @Nullable Process process;

    /** @param program folder of langso-sim.jar and its lib; empty where a demo without simulator is wanted */
    Simulator(@Value("${langso.data}") Path data, @Value("${langso.demo.simulator}") String program) {
        this.folder = data.resolve("sim");
        this.program = program;
    }

    /** Where the simulator reads what to play and keeps what it remembers. */
    Path folder() {
        return folder;
    }

    /** Starts it on what {@code fleet.json} says now. */
    void play() {
        if (program.isEmpty()) {
            return;
        }
        try {
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("sim.log").toFile())
                    .start();
        } catch (IOException e) {
            // The demo is worth seeing without lamps too.
            LOG.warn("The simulator does not start: {}", e.getMessage());
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                Path.of(program, "langso-sim.jar") + ":" + Path.of(program, "lib", "*"),
                "vn.langso.sim.Sim",
                "run",
                folder.toString());
    }

    /** The seed starts it, when the cabinets are known. */
    @Override
    public void start() {
        // Nothing yet.
    }

    @Override
    public void stop() {
        Process running = process;
        process = null;
        try {
            Files.deleteIfExists(folder.resolve("control"));
            if (running != null) {
                running.getOutputStream().close();
                if (!running.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            }
        } catch (IOException e) {
            LOG.warn("The simulator does not end well: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return process != null;
    }
}
