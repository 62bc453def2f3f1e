package vn.langso.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/** The packaged program as a child process in demo mode, with its own database. */
final class Program implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path data;
    private final int port;
    private final Process process;
    private final double startSeconds;

    private Program(Path data, int port, Process process, double startSeconds) {
        this.data = data;
        this.port = port;
        this.process = process;
        this.startSeconds = startSeconds;
    }

    /** Starts the program on the folder and waits until {@code /health} answers 200. */
    static Program start(Setting setting, Path data, int port, String... options) throws Exception {
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(setting.command());
        command.addAll(List.of(
                "--langso.mode=demo",
                "--langso.data=" + data,
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--langso.metrics-port=" + (port + 1),
                "--langso.iot.broker.port=" + (port + 2)));
        command.addAll(List.of(options));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("program.log").toFile())
                .start();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (true) {
            try {
                if (HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    break;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            if (!process.isAlive() || System.nanoTime() - began > START_LIMIT.toNanos()) {
                throw new IllegalStateException(
                        "The program did not start: " + Files.readString(data.resolve("program.log")));
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return new Program(data, port, process, (System.nanoTime() - began) / 1e9);
    }

    double startSeconds() {
        return startSeconds;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The demo's token of a persona. */
    String token(String persona) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(data.resolve("demo-tokens.json")))
                .get(persona)
                .asString();
    }

    /** Where devices connect, as the demo told the simulator. */
    int brokerPort() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(data.resolve("sim/fleet.json")))
                .get("port")
                .asInt();
    }

    /** A request as this persona; nobody when the persona is empty. */
    HttpRequest.Builder request(String path, String persona) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofMinutes(30));
        return persona.isEmpty() ? request : request.header("Authorization", "Bearer " + token(persona));
    }

    HttpResponse<String> get(String path, String persona) throws Exception {
        return HTTP.send(request(path, persona).build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpClient http() {
        return HTTP;
    }

    /** A connection of our own to the program's database, to make data and to measure the bare SQL. */
    Connection database() throws IOException, SQLException {
        String dbPort = Files.readAllLines(data.resolve("database/postmaster.pid"))
                .get(3)
                .strip();
        String password =
                Files.readString(data.resolve("keys/database-password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + dbPort + "/postgres", "langso", password);
    }

    /** Proportional set size of the program and all its database processes, in MB (Linux). */
    double pssMegabytes() throws IOException {
        long kilobytes = pssKilobytes(process.pid());
        try (Stream<ProcessHandle> children = process.descendants()) {
            for (ProcessHandle child : children.toList()) {
                kilobytes += pssKilobytes(child.pid());
            }
        }
        return kilobytes / 1024.0;
    }

    private static long pssKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps_rollup")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .sum();
    }

    /** As when the plug is pulled: program, broker and database at once, no time to write anything. */
    void kill() throws IOException {
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(data.resolve("database/postmaster.pid"))
                                .getFirst()
                                .strip()))
                .orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        all.forEach(one -> one.onExit().join());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
