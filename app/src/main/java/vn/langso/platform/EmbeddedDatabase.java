package vn.langso.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own as a child process, on loopback, with a kept cluster and a password.
 *
 * <p>It is stopped with the program, and started again when it ends by itself. A server that outlived a killed program is stopped
 * before the next one starts.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String USER = "langso";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Crash recovery of a large log may take this long on a slow disk. */
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    /** A server that ends again and again (full disk) is started at a growing pace, up to this, so that its log stays readable. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** Sessions of a server that was killed need a moment to see it and leave; until then a new one refuses to start. */
    private static final int START_TRIES = 5;

    private final PostgresCluster cluster;
    private final List<String> settings;
    private final String password;
    private final int port;
    private Process server;
    private boolean closing;

    private EmbeddedDatabase(DataFolder folder, Path binaries, List<String> ownSettings) throws IOException {
        this.cluster = new PostgresCluster(folder.database(), binaries, folder.log("database.log"));
        this.password = folder.secret("database-password");
        PostgresCluster.stopOrphan(folder.database());
        if (!cluster.exists()) {
            cluster.initialise(USER, password);
        }
        this.port = freePort();
        this.settings =
                Stream.concat(settings(port).stream(), ownSettings.stream()).toList();
        this.server = cluster.serve(settings);
    }

    /** Starts the server and waits until it accepts connections. */
    static EmbeddedDatabase start(DataFolder folder) {
        try {
            return start(folder, PostgresBinaries.unpack(), List.of());
        } catch (IOException e) {
            throw new StartRefused(
                    "Không khởi động được cơ sở dữ liệu: " + e.getMessage(),
                    "The database could not be started: " + e.getMessage(),
                    e);
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
        Thread.ofPlatform().name("database-watch").daemon().start(database::watch);
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

    synchronized ProcessHandle process() {
        return server.toHandle();
    }

    @Override
    public void close() {
        forget();
        PostgresCluster.stop(process());
    }

    /** From now on the server may end without being started again. */
    synchronized void forget() {
        closing = true;
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

    private synchronized void awaitReady() throws IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        int tries = 1;
        while (true) {
            if (!process().isAlive() && tries++ < START_TRIES) {
                pause(Duration.ofSeconds(1));
                server = cluster.serve(settings);
            } else if (!process().isAlive()) {
                throw new StartRefused(
                        "Cơ sở dữ liệu dừng ngay khi khởi động; lý do nằm trong " + cluster.log() + ".",
                        "The database stopped while starting; its reason is in " + cluster.log() + ".");
            }
            try (Connection connection = DriverManager.getConnection(url(), USER, password)) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    close();
                    throw new StartRefused(
                            "Cơ sở dữ liệu không trả lời; xem " + cluster.log() + ".",
                            "The database does not answer; see " + cluster.log() + ".",
                            e);
                }
                pause(Duration.ofMillis(25));
            }
        }
    }

    /** Killed by the system for want of memory, stopped by a full disk: start it again, on the same port, as often as it takes. */
    private void watch() {
        Duration pause = Duration.ofSeconds(1);
        while (true) {
            long started = System.nanoTime();
            process().onExit().join();
            boolean lived = System.nanoTime() - started > LONGEST_PAUSE.toNanos();
            pause = lived ? Duration.ofSeconds(1) : pause;
            if (!startAgain()) {
                return;
            }
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private synchronized boolean startAgain() {
        if (!closing) {
            LOG.error("The database server ended by itself; starting it again. Its reason is in {}", cluster.log());
            try {
                server = cluster.serve(settings);
            } catch (IOException e) {
                LOG.error("The database server cannot be started", e);
            }
        }
        return !closing;
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
        }
    }
}
