package vn.langso.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedDatabaseTest {

    @TempDir
    private Path root;

    @Test
    void committedRowsSurviveAKillOfTheServer() throws SQLException {
        try (DataFolder folder = DataFolder.open(root, "run")) {
            EmbeddedDatabase first = EmbeddedDatabase.start(folder);
            execute(first, "create table kept as select 42 as answer");
            killWithoutRestart(first);

            try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
                assertThat(answer(second)).isEqualTo(42);
            }
        }
    }

    @Test
    void serverLeftBehindByAKilledProgramIsStoppedFirst() throws SQLException {
        try (DataFolder folder = DataFolder.open(root, "run")) {
            EmbeddedDatabase left = EmbeddedDatabase.start(folder);
            execute(left, "create table kept as select 42 as answer");
            left.forget();

            try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
                assertThat(left.process().isAlive()).isFalse();
                assertThat(answer(second)).isEqualTo(42);
            }
        }
    }

    @Test
    void makingTheClusterStartsOverAfterAKillInTheMiddle() throws IOException {
        try (DataFolder folder = DataFolder.open(root, "run")) {
            Path unfinished = Files.createDirectories(root.resolve("database.unfinished"));
            Files.writeString(unfinished.resolve("PG_VERSION"), "18");

            EmbeddedDatabase.start(folder).close();

            assertThat(unfinished).doesNotExist();
        }
    }

    @Test
    void strangerWithTheNumberOfTheOldServerIsLeftAlone() throws IOException {
        try (DataFolder folder = DataFolder.open(root, "run")) {
            EmbeddedDatabase.start(folder).close();
            Files.writeString(
                    folder.database().resolve("postmaster.pid"),
                    ProcessHandle.current().pid() + "\n");

            EmbeddedDatabase.start(folder).close();

            assertThat(ProcessHandle.current().isAlive()).isTrue();
        }
    }

    private static void killWithoutRestart(EmbeddedDatabase database) {
        database.forget();
        database.process().destroyForcibly();
        database.process().onExit().join();
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int answer(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select answer from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, database.password());
    }
}
