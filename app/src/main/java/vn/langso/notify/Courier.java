package vn.langso.notify;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works off what is due, at once when this copy has posted something and else every other second: steps of other copies, later tries and
 * escalations have nobody to call.
 */
@Component
class Courier implements SmartLifecycle {

    private static final Duration ROUND = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Telling telling;
    private final Carrier carrier;
    private final Wake wake;
    private final boolean works;
    private volatile boolean running;
    private @Nullable Thread thread;

    Courier(Telling telling, Carrier carrier, Wake wake, @Value("${langso.schedules:true}") boolean works) {
        this.telling = telling;
        this.carrier = carrier;
        this.wake = wake;
        this.works = works;
    }

    @Override
    public void start() {
        if (works) {
            running = true;
            thread = Thread.ofVirtual().name("courier").start(this::work);
        }
    }

    @Override
    public void stop() {
        running = false;
        wake.now();
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Does everything that is due now; what it has handed to channels is answered by the futures. */
    List<Future<?>> runDue() {
        while (telling.quietNext()) {
            // one notice a transaction
        }
        while (telling.tellNext()) {
            // one step a transaction
        }
        return carrier.carryDue();
    }

    private void work() {
        while (running) {
            try {
                runDue();
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("Notices wait until the next round: {}", e.toString());
                }
            }
            try {
                wake.await(ROUND);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
