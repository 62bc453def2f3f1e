package vn.langso.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes wrong on real machines: one sentence and an end, or a start that works. */
class FaultsTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path data;

    @Test
    void takenPortIsToldInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    Program.launch(List.of(), "run", data, taken.getLocalPort()),
                    "Port " + taken.getLocalPort() + " is already in use");
        }
    }

    @Test
    void demoFolderIsRefusedForRealWork() throws Exception {
        Files.writeString(data.resolve("langso.properties"), "layout=1\nmode=demo\n");

        assertRefused(launch(data), "belongs to 'demo' and is refused for 'run'");
    }

    @Test
    void folderOfANewerVersionIsRefused() throws Exception {
        Files.writeString(data.resolve("langso.properties"), "layout=99\nmode=run\n");

        assertRefused(launch(data), "written by a newer version");
    }

    @Test
    void unwritableFolderIsRefused() throws Exception {
        assertRefused(launch(Path.of("/proc/1/langso")), "cannot be written");
    }

    /** A small file system of our own, in a user namespace; needs no right that an ordinary user lacks. */
    @Test
    void fullDiskIsRefused() throws Exception {
        List<String> smallDisk = List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=100m small '" + data + "' && exec \"$@\"",
                "sh");

        assertRefused(
                Program.launch(smallDisk, "run", data, Program.freePort()), "100 MB are left and 200 MB are needed");
    }

    @Test
    void secondProgramOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (Program first = Program.start("run", data)) {
            assertRefused(launch(data), "in use by another running");
            assertThat(first.status("/health")).isEqualTo(200);
            assertThat(first.database().isAlive()).isTrue();
        }
    }

    @Test
    void startAfterAKillOfEverythingWorks() {
        Program first = Program.start("run", data);
        ProcessHandle database = first.database();
        first.process().destroyForcibly();
        database.descendants().forEach(ProcessHandle::destroyForcibly);
        database.destroyForcibly();
        database.onExit().join();

        Program.start("run", data).close();
    }

    @Test
    void startAfterAKillOfTheProgramAloneStopsTheOldDatabase() {
        Program first = Program.start("run", data);
        ProcessHandle left = first.database();
        first.process().destroyForcibly().onExit().join();
        assertThat(left.isAlive()).isTrue();

        try (Program second = Program.start("run", data)) {
            assertThat(left.isAlive()).isFalse();
            assertThat(second.database().isAlive()).isTrue();
        }
    }

    /** The terminal sends the signal to the whole group of processes, as here. */
    @Test
    void controlCStopsTheDatabaseToo() throws Exception {
        // A build server that starts us in the background has the signal ignored, which children inherit.
        List<String> listening = List.of("setsid", "env", "--default-signal=INT");
        Program program = Program.launch(listening, "run", data, Program.freePort());
        program.awaitReady();
        ProcessHandle database = program.database();

        new ProcessBuilder("kill", "-INT", "--", "-" + program.process().pid())
                .start()
                .waitFor();

        assertThat(program.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(database.isAlive()).isFalse();
        assertThat(program.output()).doesNotContain("ERROR");
        assertThat(data.resolve("database/postmaster.pid")).doesNotExist();
    }

    private static Program launch(Path folder) {
        return Program.launch(List.of(), "run", folder, Program.freePort());
    }

    /** One sentence in each language, nothing else, and an exit code that scripts see. */
    private static void assertRefused(Program program, String sentence) throws InterruptedException, IOException {
        assertThat(program.awaitEnd()).isEqualTo(1);
        assertThat(program.output()).contains(sentence);
        assertThat(program.output().lines()).hasSize(2);
    }
}
