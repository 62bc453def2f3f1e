package vn.langso.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own as a child process, on loopback, with a kept cluster and a password.
 *
 * <p>It is stopped with the program. A server that outlived a killed program is stopped before the next one starts, so the cluster
 * recovers from its log as after a power cut.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String USER = "langso";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Crash recovery of a large log may take this long on a slow disk. */
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final Path binaries;
    private final List<String> settings;
    private final String password;
    private final int port;
    private final Process server;

    private EmbeddedDatabase(DataFolder folder, Path binaries, List<String> ownSettings) throws IOException {
        this.folder = folder;
        this.binaries = binaries;
        this.password = folder.secret("database-password");
        stopOrphan();
        if (!Files.exists(folder.database().resolve("PG_VERSION"))) {
            initialise();
        }
        this.port = freePort();
        this.settings =
                Stream.concat(settings(port).stream(), ownSettings.stream()).toList();
        this.server = launch();
    }

    /** Starts the server and waits until it accepts connections. */
    static EmbeddedDatabase start(DataFolder folder) {
        try {
            return start(folder, PostgresBinaries.unpack(), List.of());
        } catch (IOException e) {
            throw new StartRefused("The database could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * Starts a server of any PostgreSQL.
     *
     * @param binaries folder that holds {@code bin/postgres} and {@code bin/initdb}
     * @param ownSettings {@code name=value}, stronger than ours
     */
    static EmbeddedDatabase start(DataFolder folder, Path binaries, List<String> ownSettings) throws IOException {
        EmbeddedDatabase database = new EmbeddedDatabase(folder, binaries, ownSettings);
        database.awaitReady();
        return database;
    }

    String url() {
        return url("postgres");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        stop(server.toHandle());
    }

    private void initialise() throws IOException {
        LOG.info("Making a new database in {}", folder.database());
        Path passwordFile = Files.createTempFile("langso", ".pw");
        try {
            Files.writeString(passwordFile, password);
            run(List.of(
                    binaries.resolve("bin/initdb").toString(),
                    "--pgdata=" + folder.database(),
                    "--username=" + USER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-sync"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                folder.database().toString()));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.to(folder.log("database.log").toFile()))
                .start();
    }

    private static List<String> settings(int port) {
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=60",
                "shared_buffers=128MB",
                "effective_cache_size=1GB",
                "work_mem=8MB",
                "maintenance_work_mem=64MB",
                "max_wal_size=2GB",
                "wal_compression=on",
                "random_page_cost=1.1",
                "jit=off",
                "timezone=UTC");
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            if (!server.isAlive()) {
                throw new StartRefused(
                        "The database stopped while starting; its reason is in " + folder.log("database.log"));
            }
            try (Connection connection = DriverManager.getConnection(url(), USER, password)) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw new StartRefused("The database does not answer; see " + folder.log("database.log"), e);
                }
                pause(Duration.ofMillis(25));
            }
        }
    }

    /** A server that a killed program left behind still owns the cluster: stop it first. */
    private void stopOrphan() throws IOException {
        Path pidFile = folder.database().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Optional<ProcessHandle> orphan = ProcessHandle.of(pid).filter(this::servesOurFolder);
        if (orphan.isPresent()) {
            LOG.info("Stopping the database server {} that was left running", pid);
            stop(orphan.get());
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private boolean servesOurFolder(ProcessHandle process) {
        try {
            Path commandLine = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
            return Files.readString(commandLine).contains(folder.database().toString());
        } catch (IOException e) {
            return process.info().command().orElse("").endsWith("postgres");
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown: sessions end, the log is flushed. */
    private static void stop(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The database server {} does not stop, ending it", process.pid(), e);
            process.destroyForcibly();
        }
    }

    private static void run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(arguments.getFirst() + " failed: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
    private static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user") : List.of();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while the database was starting", e);
        }
    }
}
