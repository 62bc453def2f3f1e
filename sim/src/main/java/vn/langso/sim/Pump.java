package vn.langso.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every cabinet of a fleet says its state as fast as the broker acknowledges: for measurements. Says what was acknowledged, so that the
 * other side can count whether all of it is there.
 */
final class Pump {

    private static final int CONNECTING_AT_ONCE = 50;
    private static final Duration CONNECT_WITHIN = Duration.ofMinutes(3);
    private static final Duration LAST_ANSWER_WITHIN = Duration.ofSeconds(60);

    private final List<Source> sources = new ArrayList<>();
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final int[] latencyMillis = new int[60_000];
    private final FleetFile file;
    private final int window;
    private double connectSeconds;
    private volatile boolean running;

    /** @param window messages of one cabinet on their way at once */
    Pump(FleetFile file, int window) {
        this.file = file;
        this.window = window;
    }

    void connect() throws InterruptedException {
        long began = System.nanoTime();
        Semaphore turn = new Semaphore(CONNECTING_AT_ONCE);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (FleetFile.CabinetSpec spec : file.cabinets()) {
            turn.acquire();
            MqttLink link = new MqttLink(file, spec);
            sources.add(new Source(spec, link));
            all.add(link.connect(List.of("langso/v1/" + spec.device() + "/cmd"), (topic, payload) -> {}, () -> {})
                    .whenComplete((done, problem) -> turn.release()));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .orTimeout(CONNECT_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .join();
        connectSeconds = (System.nanoTime() - began) / 1e9;
    }

    /** One line of JSON with what was seen. */
    String run(Duration time) throws InterruptedException {
        running = true;
        long began = System.nanoTime();
        sources.forEach(source -> {
            for (int i = 0; i < window; i++) {
                send(source);
            }
        });
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        running = false;
        long atEnd = acknowledged.get();
        double seconds = (System.nanoTime() - began) / 1e9;
        long patience = System.nanoTime() + LAST_ANSWER_WITHIN.toNanos();
        while (onTheirWay.get() > 0 && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return "{\"connections\":%d,\"acknowledged\":%d,\"failed\":%d,\"perSecond\":%d,\"p50Millis\":%d,\"p99Millis\":%d,\"connectSeconds\":%s}"
                .formatted(
                        sources.size(),
                        acknowledged.get(),
                        failed.get(),
                        Math.round(atEnd / seconds),
                        percentile(50),
                        percentile(99),
                        connectSeconds);
    }

    private void send(Source source) {
        long sent = System.nanoTime();
        onTheirWay.incrementAndGet();
        var _ = source.link.publish(source.topic, source.message()).whenComplete((nothing, problem) -> {
            if (problem == null) {
                acknowledged.incrementAndGet();
                measured((System.nanoTime() - sent) / 1_000_000);
            } else {
                failed.incrementAndGet();
            }
            onTheirWay.decrementAndGet();
            if (running && problem == null) {
                send(source);
            }
        });
    }

    private void measured(long millis) {
        synchronized (latencyMillis) {
            latencyMillis[(int) Math.min(millis, latencyMillis.length - 1)]++;
        }
    }

    private int percentile(int percent) {
        synchronized (latencyMillis) {
            long wanted =
                    (long) Math.ceil(Arrays.stream(latencyMillis).asLongStream().sum() * percent / 100.0);
            long seen = 0;
            for (int millis = 0; millis < latencyMillis.length; millis++) {
                seen += latencyMillis[millis];
                if (seen >= wanted) {
                    return millis;
                }
            }
            return latencyMillis.length;
        }
    }

    /** One cabinet, its circuits all lit. */
    private static final class Source {

        private final FleetFile.CabinetSpec spec;
        private final MqttLink link;
        private final String topic;
        // Numbers go on from run to run without a file; who counts afterwards wants to know where they begin.
        private final AtomicLong seq =
                new AtomicLong(Long.getLong("langso.sim.seq", System.currentTimeMillis() * 1000));

        private Source(FleetFile.CabinetSpec spec, MqttLink link) {
            this.spec = spec;
            this.link = link;
            this.topic = "langso/v1/" + spec.device() + "/state";
        }

        private byte[] message() {
            Instant now = Instant.now();
            long number = seq.incrementAndGet();
            Wire wire = new Wire(number, now)
                    .text("mode", "remote")
                    .text("door", "closed")
                    .begin("circuits", '[');
            for (FleetFile.CircuitSpec circuit : spec.circuits()) {
                wire.element()
                        .text("id", circuit.id())
                        .flag("on", true)
                        .tenths("powerW", circuit.lamps().size() * circuit.wattsEach() + number % 10 / 10.0)
                        .tenths("voltageV", 229.8)
                        .number("energyWh", number % 10_000_000)
                        .flag("loop", true)
                        .end('}');
            }
            wire.end(']');
            if (spec.lampControllers()) {
                wire.begin("lamps", '[');
                for (FleetFile.CircuitSpec circuit : spec.circuits()) {
                    for (String lamp : circuit.lamps()) {
                        wire.element()
                                .text("id", lamp)
                                .flag("on", true)
                                .number("dimPercent", 100)
                                .tenths("powerW", circuit.wattsEach())
                                .text("fault", null)
                                .end('}');
                    }
                }
                wire.end(']');
            }
            return new Message(topic, wire.toString(), true).bytes(now);
        }
    }
}
