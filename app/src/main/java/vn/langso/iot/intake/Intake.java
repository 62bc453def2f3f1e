package vn.langso.iot.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import vn.langso.iot.Refusals;

/**
 * Gathers what comes from the broker into batches and acknowledges it after their commit.
 *
 * <p>While the database is away nothing is acknowledged, so nothing more comes than may be in flight, and the broker keeps the rest. A
 * message that a handler cannot bear is found by halving its batch and dropped alone.
 */
@Component
@EnableConfigurationProperties(IntakeSettings.class)
class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final IntakeSettings settings;
    private final Reading reading;
    private final Batch batch;
    private final Line line;
    private final Refusals refusals;
    private final InstantSource clock;
    private final BlockingQueue<Incoming> queue = new LinkedBlockingQueue<>();
    private final Counter received;
    private final Counter stored;
    private final Timer batches;
    private volatile boolean running;
    private @Nullable Thread thread;

    Intake(
            IntakeSettings settings,
            Reading reading,
            Batch batch,
            Line line,
            Refusals refusals,
            InstantSource clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.reading = reading;
        this.batch = batch;
        this.line = line;
        this.refusals = refusals;
        this.clock = clock;
        this.received = meters.counter("langso.iot.received");
        this.stored = meters.counter("langso.iot.stored");
        this.batches = meters.timer("langso.iot.batches");
        meters.gauge("langso.iot.waiting", queue, BlockingQueue::size);
    }

    /** Begins to take messages. */
    synchronized void start(String name) {
        running = true;
        thread = Thread.ofPlatform().name("iot-intake").start(this::work);
        line.open(name, this::receive);
    }

    /** Ends after the batch at hand. */
    synchronized void stop() {
        running = false;
        Thread working = thread;
        if (working != null) {
            working.interrupt();
            try {
                working.join(LONGEST_PAUSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        line.close();
        queue.clear();
    }

    private void receive(Mqtt5Publish publish) {
        received.increment();
        queue.add(new Incoming(
                publish.getTopic().toString(), publish.getPayloadAsBytes(), clock.instant(), publish::acknowledge));
    }

    private void work() {
        while (running) {
            try {
                List<Incoming> gathered = gather();
                if (!gathered.isEmpty()) {
                    take(gathered);
                    gathered.forEach(one -> one.acknowledge().run());
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.error("A batch of messages failed", e);
            }
        }
    }

    private List<Incoming> gather() throws InterruptedException {
        Incoming first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        List<Incoming> gathered = new ArrayList<>();
        if (first != null) {
            gathered.add(first);
            queue.drainTo(gathered, settings.batch() - 1);
            long end = System.nanoTime() + settings.gather().toNanos();
            while (gathered.size() < settings.batch()) {
                Incoming next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    break;
                }
                gathered.add(next);
                queue.drainTo(gathered, settings.batch() - gathered.size());
            }
        }
        return gathered;
    }

    private void take(List<Incoming> gathered) throws InterruptedException {
        List<Heard> heard = new ArrayList<>(gathered.size());
        for (Incoming one : gathered) {
            heard.addAll(reading.read(one));
        }
        if (!heard.isEmpty()) {
            store(heard);
        }
    }

    private void store(List<Heard> heard) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                List<Runnable> afterCommit = new ArrayList<>();
                Timer.Sample sample = Timer.start();
                int fresh = batch.take(heard, afterCommit);
                sample.stop(batches);
                stored.increment(fresh);
                afterCommit.forEach(Runnable::run);
                return;
            } catch (TransactionException | DataAccessResourceFailureException | TransientDataAccessException e) {
                LOG.warn("Messages wait at the broker until the database answers: {}", e.getMessage());
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            } catch (RuntimeException e) {
                drop(heard, e);
                return;
            }
        }
    }

    private void drop(List<Heard> heard, RuntimeException problem) throws InterruptedException {
        if (heard.size() == 1) {
            LOG.error("A message of {} cannot be handled", heard.getFirst().device(), problem);
            refusals.count(heard.getFirst().device(), "not-handled");
            return;
        }
        int half = heard.size() / 2;
        store(heard.subList(0, half));
        store(heard.subList(half, heard.size()));
    }
}
