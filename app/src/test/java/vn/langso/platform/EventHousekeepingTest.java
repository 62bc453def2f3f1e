package vn.langso.platform;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest
class EventHousekeepingTest {

    @Autowired
    private EventHousekeeping housekeeping;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Doomed doomed;

    @Test
    void listenerThatAlwaysFailsIsTriedEightTimesAndThenLeftToAPerson() {
        transaction.executeWithoutResult(status -> events.publishEvent(new Happened(UUID.randomUUID())));
        await().until(() -> failedAttempts() == 1);

        for (int attempt = 2; attempt <= EventHousekeeping.MOST_ATTEMPTS; attempt++) {
            int expected = attempt;
            assertThat(housekeeping.givenUp()).isZero();
            housekeeping.tryAgain();
            await().until(() -> failedAttempts() == expected);
        }
        assertThat(housekeeping.givenUp()).isEqualTo(1);

        housekeeping.tryAgain();

        assertThat(failedAttempts()).isEqualTo(EventHousekeeping.MOST_ATTEMPTS);
        assertThat(doomed.calls()).isEqualTo(EventHousekeeping.MOST_ATTEMPTS);
    }

    private int failedAttempts() {
        return jdbc.sql("""
                        select completion_attempts from platform.event_publication
                        where status = 'FAILED' and listener_id = 'platform.doomed'
                        """).query(Integer.class).optional().orElse(0);
    }

    record Happened(UUID id) {}

    static class Doomed {

        private final AtomicInteger calls = new AtomicInteger();

        int calls() {
            return calls.get();
        }

        @ApplicationModuleListener(id = "platform.doomed")
        void on(Happened event) {
            calls.incrementAndGet();
            throw new IllegalStateException("always");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        Doomed doomed() {
            return new Doomed();
        }
    }
}
