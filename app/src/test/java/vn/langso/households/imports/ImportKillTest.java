package vn.langso.households.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.households.imports.ImportSamples.Commune;
import vn.langso.households.rows.Mapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills a program of its own with SIGKILL at ten places of reading, writing and undoing, drawn by a seed, and looks at what the next start
 * finds. The victim is held at its place by a lock on the table that it is about to write.
 */
@SpringBootTest
@Import(ImportSamples.class)
class ImportKillTest {

    private static final long SEED = 20_261_123L;
    private static final int DRAWN = 9;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Where the victim stops: doing what, about to write which table (or, while it reads the file, to compare with which). */
    private record Spot(ImportState step, String table) {

        String mode() {
            return step == ImportState.READING ? "access exclusive" : "exclusive";
        }
    }

    private static final List<Spot> SPOTS = List.of(
            new Spot(ImportState.READING, "households.import_row"),
            new Spot(ImportState.READING, "households.household"),
            new Spot(ImportState.READING, "households.person"),
            new Spot(ImportState.COMMITTING, "households.household"),
            new Spot(ImportState.COMMITTING, "households.person"),
            new Spot(ImportState.COMMITTING, "households.import_before"),
            new Spot(ImportState.COMMITTING, "households.village_count"),
            new Spot(ImportState.COMMITTING, "audit.change"),
            new Spot(ImportState.UNDOING, "households.person"),
            new Spot(ImportState.UNDOING, "households.household"),
            new Spot(ImportState.UNDOING, "households.village_count"));

    @Autowired
    private ImportSamples samples;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportStore store;

    @Autowired
    private ImportRecovery recovery;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Value("${langso.database.url}")
    private String database;

    @Value("${langso.data}")
    private String data;

    @TestFactory
    List<DynamicTest> killedImportIsThereWhollyOrNotAtAllAndTheNextStartSaysWhich() {
        List<Spot> drawn = new ArrayList<>(SPOTS);
        Collections.shuffle(drawn, new Random(SEED));
        List<DynamicTest> tests = new ArrayList<>();
        drawn.stream()
                .limit(DRAWN)
                .forEach(spot -> tests.add(DynamicTest.dynamicTest(
                        "killed while " + spot.step() + " at " + spot.table(), () -> killAt(spot))));
        tests.add(DynamicTest.dynamicTest("killed right after it was written", this::killAfterwards));
        return tests;
    }

    private void killAt(Spot spot) throws Exception {
        Commune commune = prepare();
        UUID id = upTo(spot.step(), commune);
        String before = samples.picture();
        try (Connection holding = DriverManager.getConnection(database);
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table " + spot.table() + " in " + spot.mode() + " mode");
            Process victim = start(spot.step(), id, commune);
            try {
                Awaitility.await().atMost(LIMIT).until(() -> isHeld(spot.table()) || !victim.isAlive());
                assertThat(victim.isAlive()).isTrue();
            } finally {
                victim.destroyForcibly().waitFor();
            }
            holding.rollback();
        }
        awaitNobodyWorks(id);

        recovery.recover();

        RegisterImport cut = imports.get(commune.clerk(), id);
        assertThat(samples.picture()).isEqualTo(before);
        assertThat(cut.state()).isEqualTo(spot.step().afterCut());
        assertThat(cut.failure().cutState()).isEqualTo(spot.step());
        assertThat(cut.failure().cutAt()).isNotNull();
        goOn(commune, id, spot.step());
    }

    private void killAfterwards() throws Exception {
        Commune commune = prepare();
        UUID id = upTo(ImportState.COMMITTING, commune);
        Process victim = start(ImportState.COMMITTING, id, commune);
        Awaitility.await().atMost(LIMIT).until(() -> stateOf(id) == ImportState.COMMITTED || !victim.isAlive());
        victim.destroyForcibly().waitFor();
        awaitNobodyWorks(id);

        recovery.recover();

        assertThat(stateOf(id)).isEqualTo(ImportState.COMMITTED);
        assertThat(imports.get(commune.clerk(), id).failure().cutAt()).isNull();
        assertThat(samples.count("person")).isEqualTo(5);
    }

    /** A register of four persons, and the sheet that changes one, moves none and adds one. */
    private Commune prepare() {
        samples.empty();
        Commune commune = samples.commune();
        samples.bring(
                commune.clerk(),
                sheet(commune, "HK-1;Nguyễn Văn An;1960;Nam;Chủ hộ;;", "HK-1;Trần Thị Bình;1962;Nữ;Vợ;;")
                        + commune.otherVillage() + ";HK-1;Lê Văn Cường;1970;Nam;Chủ hộ;;\n"
                        + commune.otherVillage() + ";HK-1;Lê Thị Dung;1999;Nữ;Con;;\n");
        return commune;
    }

    private UUID upTo(ImportState step, Commune commune) {
        String change = sheet(
                commune, "HK-1;Nguyễn Văn An;20/11/1960;Nam;Chủ hộ;;0912345678", "HK-2;Phạm Văn Em;1980;Nam;Chủ hộ;;");
        UUID id = samples.upload(commune.clerk(), samples.csv(change));
        if (step == ImportState.READING) {
            transaction.executeWithoutResult(status -> {
                RegisterImport found = imports.get(commune.clerk(), id);
                store.choose(id, new Mapping.Choice(imports.suggested(found), found.asOf()));
            });
            return id;
        }
        samples.read(commune.clerk(), id);
        if (step == ImportState.UNDOING) {
            samples.commit(commune.clerk(), id);
        }
        return id;
    }

    /** After the cut the officer presses the same button again, and it works. */
    private void goOn(Commune commune, UUID id, ImportState step) {
        RegisterImport done = switch (step) {
            case READING -> samples.read(commune.clerk(), id);
            case COMMITTING -> samples.commit(commune.clerk(), id);
            default -> samples.undo(commune.clerk(), id);
        };
        assertThat(done.state())
                .isEqualTo(
                        switch (step) {
                            case READING -> ImportState.PREVIEWED;
                            case COMMITTING -> ImportState.COMMITTED;
                            default -> ImportState.UNDONE;
                        });
        assertThat(samples.count("person")).isEqualTo(step == ImportState.COMMITTING ? 5 : 4);
    }

    private Process start(ImportState step, UUID id, Commune commune) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ImportVictim.class.getName(),
                database,
                data,
                step.name(),
                id.toString()));
        UUID own = commune.clerk().placeId();
        command.add(String.valueOf(own));
        commune.clerk().scope().stream()
                .filter(place -> !place.equals(own))
                .forEach(place -> command.add(place.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of(data, "victim.log").toFile())
                .start();
    }

    private boolean isHeld(String table) {
        return jdbc.sql("select count(*) from pg_locks where relation = cast(:table as regclass) and not granted")
                        .param("table", table)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private ImportState stateOf(UUID id) {
        return ImportState.valueOf(jdbc.sql("select state from households.register_import where id = :id")
                .param("id", id)
                .query(String.class)
                .single());
    }

    /** The server notices a dead client when it next speaks to it; then the lock of the import is free. */
    private void awaitNobodyWorks(UUID id) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> Boolean.TRUE.equals(transaction.execute(status -> store.tryLock(id))));
    }

    private static String sheet(Commune commune, String... rows) {
        StringBuilder sheet = new StringBuilder(ImportSamples.HEAD);
        for (String row : rows) {
            sheet.append(commune.village()).append(';').append(row).append('\n');
        }
        return sheet.toString();
    }

    static {
        try {
            DriverManager.registerDriver(new org.postgresql.Driver());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
