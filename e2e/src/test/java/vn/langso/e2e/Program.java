package vn.langso.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, started as the launcher starts it. */
final class Program implements AutoCloseable {

    private static final Path JAR = Path.of("../app/target/langso.jar");
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private final int port;
    private final Path log;
    private final Process process;

    private Program(Path data, int port, Path log, Process process) {
        this.data = data;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /** Starts it and waits until it is ready. */
    static Program start(String mode, Path data) {
        Program program = launch(List.of(), mode, data, freePort());
        program.awaitReady();
        return program;
    }

    /**
     * Starts it and does not wait.
     *
     * @param wrapper words before the command: another user, another terminal group
     */
    static Program launch(List<String> wrapper, String mode, Path data, int port) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("Not packaged yet: mvn package -pl app -am -DskipTests");
        }
        try {
            Path log = Files.createTempFile("langso-e2e", ".log");
            List<String> command = new ArrayList<>(wrapper);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    JAR.toString(),
                    "--langso.mode=" + mode,
                    "--langso.data=" + data,
                    "--server.address=127.0.0.1",
                    "--server.port=" + port,
                    "--langso.iot.broker.port=" + freePort()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Program(data, port, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    Process process() {
        return process;
    }

    /** The server of the data folder, by PostgreSQL's own word. */
    ProcessHandle database() {
        try {
            String pid =
                    Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int status(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(path))).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its exit code once it has ended by itself. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running: " + output());
        }
        return process.exitValue();
    }

    void awaitReady() {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new AssertionError("The program does not get ready: " + output());
            }
        }
    }

    private boolean isReady() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
            return status("/health") == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
