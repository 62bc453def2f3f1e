package vn.langso.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Hands events to listeners that failed again, up to a limit; what is beyond it is left for a person to look at.
 *
 * <p>Events of a program that was killed turn into failed ones by their age (see {@code spring.modulith.events.staleness}), so that
 * another copy of the program takes them over.
 */
@Component
class EventHousekeeping {

    /** With a try each hour, a listener that waits for the outside world has most of a working day. */
    static final int MOST_ATTEMPTS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(EventHousekeeping.class);

    /** Read before those given up are left out, so it must stay well above their number. */
    private static final int AT_ONCE = 1_000;

    private static final String GIVEN_UP = """
            select count(*) from platform.event_publication
            where status = 'FAILED' and completion_attempts >= :most
            """;

    private final FailedEventPublications failed;
    private final JdbcClient jdbc;

    EventHousekeeping(FailedEventPublications failed, JdbcClient jdbc, MeterRegistry metrics) {
        this.failed = failed;
        this.jdbc = jdbc;
        Gauge.builder("langso.events.given-up", this, EventHousekeeping::givenUp)
                .description("events whose listener failed " + MOST_ATTEMPTS + " times; a person has to look")
                .register(metrics);
    }

    void tryAgain() {
        failed.resubmit(ResubmissionOptions.defaults()
                .withBatchSize(AT_ONCE)
                .withFilter(event -> event.getCompletionAttempts() < MOST_ATTEMPTS));
        long givenUp = givenUp();
        if (givenUp > 0) {
            LOG.error("{} events failed {} times and wait in platform.event_publication", givenUp, MOST_ATTEMPTS);
        }
    }

    /** How many events nobody tries again. */
    long givenUp() {
        return jdbc.sql(GIVEN_UP).param("most", MOST_ATTEMPTS).query(Long.class).single();
    }
}
