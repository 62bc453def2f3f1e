package vn.langso.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database of a test's own, with every module's schema, on one server per JVM.
 *
 * <p>The server is the embedded one, or that of the system property {@code langso.test.postgres} (a folder with {@code bin/postgres}).
 * Databases are copies of a migrated template and go with the server.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static volatile boolean usedBySpring;

    private final String url;
    private final HikariDataSource dataSource;
    private final TransactionTemplate transaction;

    private TestDatabase(String url) {
        this.url = url;
        this.dataSource = connect(url);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** A fresh database; once per test class is cheap enough (a static field), once per test method seldom needed. */
    public static TestDatabase fresh() {
        return new TestDatabase(freshUrl());
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** For what needs a transaction around it: {@code database.transaction().executeWithoutResult(status -> ...)}. */
    public TransactionTemplate transaction() {
        return transaction;
    }

    /** The address with user and password, as {@code langso.database.url} takes it. */
    public String url() {
        return url;
    }

    /** A fresh database for a Spring context. */
    static String contextUrl() {
        usedBySpring = true;
        return freshUrl();
    }

    private static String freshUrl() {
        String name = "t" + NUMBER.incrementAndGet();
        Server.ONLY.execute("create database " + name + " template migrated");
        return Server.ONLY.url(name);
    }

    /** A folder that is deleted when the JVM ends. */
    public static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("langso-test");
            atTheEnd(() -> delete(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HikariDataSource connect(String url) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(url);
        dataSource.setMinimumIdle(0);
        dataSource.setMaximumPoolSize(8);
        return dataSource;
    }

    /**
     * Runs it when the JVM ends: after Spring has closed its contexts, which would wait for a database that has gone; at once where no
     * context was ever started, because Spring then has no hook.
     */
    private static void atTheEnd(Runnable work) {
        SpringApplication.getShutdownHandlers().add(work);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!usedBySpring) {
                work.run();
            }
        }));
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started at first use, stopped with the JVM. */
    private record Server(EmbeddedDatabase database, HikariDataSource administration) {

        static final Server ONLY = start();

        private static Server start() {
            try {
                Path root = Files.createTempDirectory("langso-postgres");
                String home = System.getProperty("langso.test.postgres", "");
                Path binaries = home.isBlank() ? PostgresBinaries.unpack() : Path.of(home);
                // Nobody misses the data of a test after a power cut.
                EmbeddedDatabase database = EmbeddedDatabase.start(
                        DataFolder.open(root, "run"),
                        binaries,
                        List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300"));
                atTheEnd(() -> {
                    database.close();
                    delete(root);
                });
                Server server = new Server(database, connect(url(database, "postgres")));
                server.execute("create database migrated");
                try (HikariDataSource template = connect(url(database, "migrated"))) {
                    Migrations.migrate(template);
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void execute(String sql) {
            JdbcClient.create(administration).sql(sql).update();
        }

        String url(String name) {
            return url(database, name);
        }

        private static String url(EmbeddedDatabase database, String name) {
            return database.url(name) + "&user=" + EmbeddedDatabase.USER + "&password=" + database.password();
        }
    }
}
