package vn.langso.sim;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** All cabinets of a simulator and the time that passes for them: one thread for the clock, two for the network, however many there are. */
final class Fleet implements AutoCloseable {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration MISHAP_EVERY = Duration.ofMinutes(10);

    private final Sky sky;
    private final InstantSource wall;
    private final List<Cabinet> cabinets;
    private final Mishaps mishaps;

    Fleet(FleetFile file, Function<FleetFile.CabinetSpec, Link> links, World world) {
        this.sky = world.sky();
        this.wall = world.wall();
        this.cabinets = file.cabinets().stream()
                .map(spec -> new Cabinet(spec, file.report(), links.apply(spec), world))
                .toList();
        this.mishaps = new Mishaps(this, MISHAP_EVERY, wall.instant());
    }

    /** Time begins to pass. */
    void start(ScheduledExecutorService time) {
        var _ = time.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    void tick() {
        mishaps.tick(wall.instant());
        for (Cabinet cabinet : cabinets) {
            try {
                cabinet.tick();
            } catch (RuntimeException e) {
                // One broken cabinet must not stop the time of the others.
                System.err.println("Cabinet " + cabinet.spec().device() + ": " + e);
            }
        }
    }

    Sky sky() {
        return sky;
    }

    List<Cabinet> cabinets() {
        return cabinets;
    }

    /** By device or by the cabinet's name. */
    Optional<Cabinet> cabinet(String word) {
        return cabinets.stream()
                .filter(cabinet -> cabinet.spec().device().equals(word)
                        || cabinet.spec().name().equals(word))
                .findFirst();
    }

    @Override
    public void close() {
        cabinets.forEach(cabinet -> cabinet.cutNetwork(true));
    }
}
