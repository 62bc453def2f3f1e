package vn.langso.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of PostgreSQL's and what is done to it from outside: made, served, freed from a server that was left behind.
 *
 * @param binaries folder that holds {@code bin/postgres} and {@code bin/initdb}
 */
record PostgresCluster(Path folder, Path binaries, Path log) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

    /** A fast shutdown writes one checkpoint, which a slow disk needs this long for. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /** Made beside its place and then moved, so that a kill in between leaves no half cluster. */
    void initialise(String user, String password) throws IOException {
        LOG.info("Making a new database in {}", folder);
        Path passwordFile = Files.createTempFile("langso", ".pw");
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        try {
            Files.writeString(passwordFile, password);
            DataFolder.delete(unfinished);
            run(List.of(
                    program("initdb"),
                    "--pgdata=" + unfinished,
                    "--username=" + user,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-sync"));
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** Starts a server on this cluster; it may need a while until it answers. */
    Process serve(List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(program("postgres"), "-D", folder.toString()));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return apartFromTheTerminal(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** A server that a killed program left behind still owns the cluster: stop it, so that the cluster recovers as after a power cut. */
    static void stopOrphan(Path folder) {
        Path pidFile = folder.resolve("postmaster.pid");
        try {
            if (Files.exists(pidFile)) {
                long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
                Optional<ProcessHandle> process = ProcessHandle.of(pid);
                if (process.isPresent() && serves(process.get(), folder)) {
                    LOG.info("Stopping the database server {} that was left running", pid);
                    stop(process.get());
                } else if (process.isPresent()) {
                    // The number has gone to another program since. A dead one is PostgreSQL's own to judge.
                    Files.delete(pidFile);
                }
            }
        } catch (IOException | NumberFormatException e) {
            LOG.warn("The file {} cannot be read", pidFile, e);
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown: sessions end, the log is flushed. */
    static void stop(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.warn("The database server {} does not stop, ending it", process.pid(), e);
            process.destroyForcibly();
        }
    }

    private static boolean serves(ProcessHandle process, Path folder) {
        try {
            Path commandLine = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
            return Files.readString(commandLine).contains(folder.toString());
        } catch (IOException e) {
            return process.info().command().orElse("").endsWith("postgres");
        }
    }

    private static void run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(arguments.getFirst() + " failed: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** Ctrl-C reaches every process of the terminal's group; the database must outlive the program that is still using it. */
    private static ProcessBuilder apartFromTheTerminal(List<String> command) {
        Path setsid = Path.of("/usr/bin/setsid");
        if (!Files.isExecutable(setsid)) {
            return new ProcessBuilder(command);
        }
        List<String> apart = new ArrayList<>(List.of(setsid.toString()));
        apart.addAll(command);
        return new ProcessBuilder(apart);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
    private static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user") : List.of();
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }
}
