package vn.langso.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** A running simulator inside the caller's process: for tests and measurements, which want to know what it saw. */
public final class Player implements AutoCloseable {

    private final FleetFile file;
    private final Fleet fleet;
    private final Scenes scenes;
    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("time").factory());

    /**
     * Plays what the file says.
     *
     * @param state keeps what cabinets remember; null keeps nothing
     */
    public Player(Path fleetFile, @Nullable Path state) throws IOException {
        this(fleetFile, state, InstantSource.system());
    }

    /** The same by a clock that a test moves. */
    public Player(Path fleetFile, @Nullable Path state, InstantSource wall) throws IOException {
        file = FleetFile.read(fleetFile);
        if (state != null) {
            Files.createDirectories(state);
        }
        World world = new World(
                wall,
                new Sky(wall, file.latitude(), file.longitude()),
                (wait, task) -> {
                    var _ = time.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
                },
                state);
        fleet = new Fleet(file, spec -> new MqttLink(file, spec), world);
        scenes = new Scenes(fleet);
        fleet.start(time);
    }

    /** Does one line of docs/simulator.md and answers what was done; {@link IllegalArgumentException} says what was wrong with it. */
    public String play(String words) {
        return scenes.play(words);
    }

    public int cabinets() {
        return file.cabinets().size();
    }

    public long online() {
        return fleet.cabinets().stream().filter(Cabinet::isOnline).count();
    }

    /** Messages that no broker has acknowledged yet. */
    public long waiting() {
        return fleet.cabinets().stream().mapToLong(Cabinet::waiting).sum();
    }

    /** The number of the last message of a cabinet. */
    public long lastSeq(String device) {
        return cabinet(device).lastSeq();
    }

    /** How often each command was carried out, by its id. */
    public Map<String, Integer> carriedOut(String device) {
        return cabinet(device).carriedOut();
    }

    private Cabinet cabinet(String device) {
        return fleet.cabinet(device).orElseThrow(() -> new IllegalArgumentException("There is no cabinet " + device));
    }

    @Override
    public void close() {
        time.shutdownNow();
        fleet.close();
    }
}
