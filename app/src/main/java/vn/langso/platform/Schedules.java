package vn.langso.platform;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.CompletedEventPublications;

/**
 * Runs recurring work once among all copies of the program; a module adds a {@link RecurringTask} bean.
 *
 * <p>Starts after the application is ready, so that a task never meets a half-migrated database.
 */
@Configuration(proxyBeanMethods = false)
class Schedules {

    /** Archived events are kept this long for the administrator's questions. */
    private static final Duration EVENTS_KEPT = Duration.ofDays(30);

    @Bean(destroyMethod = "")
    Scheduler scheduler(DataSource dataSource, ObjectProvider<RecurringTask<?>> tasks) {
        List<RecurringTask<?>> all = tasks.stream().toList();
        return Scheduler.create(dataSource)
                .tableName("platform.scheduled_task")
                .startTasks(all)
                .threads(2)
                .pollingInterval(Duration.ofSeconds(10))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    @Bean
    RecurringTask<Void> announceDays(Days days) {
        return Tasks.recurring("platform.announce-days", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> days.announce());
    }

    @Bean
    RecurringTask<Void> purgeEvents(CompletedEventPublications completed) {
        return Tasks.recurring("platform.purge-events", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> completed.deletePublicationsOlderThan(EVENTS_KEPT));
    }

    @Bean
    RecurringTask<Void> tryEventsAgain(EventHousekeeping events) {
        return Tasks.recurring("platform.try-events-again", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> events.tryAgain());
    }

    @Bean
    SchedulerLife schedulerLife(Scheduler scheduler, @Value("${langso.schedules:true}") boolean works) {
        return new SchedulerLife(scheduler, works);
    }

    /** A copy of the program that only answers requests has {@code works} off; tests too. */
    record SchedulerLife(Scheduler scheduler, boolean works) {

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            if (works) {
                scheduler.start();
            }
        }

        @EventListener(ContextClosedEvent.class)
        void stop() {
            if (works) {
                scheduler.stop();
            }
        }
    }
}
