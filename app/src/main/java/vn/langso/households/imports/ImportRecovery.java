package vn.langso.households.imports;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds imports that a stopped program left in the middle of their work, says which, and puts them back to where they began.
 *
 * <p>An import that is going on holds its lock in the database; one whose lock is free is going on nowhere. Its transaction is gone, so
 * nothing of it is in the register.
 */
@Configuration(proxyBeanMethods = false)
class ImportRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRecovery.class);

    private final ImportStore store;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ImportRecovery(ImportStore store, InstantSource clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void recover() {
        store.goingOn().forEach(this::recover);
    }

    /** Another copy of the program may have been stopped while this one lived on. */
    @Bean
    RecurringTask<Void> recoverImports() {
        return Tasks.recurring("households.recover-imports", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> recover());
    }

    private void recover(UUID id) {
        transaction.executeWithoutResult(status -> {
            if (!store.tryLock(id)) {
                return;
            }
            store.find(id).filter(found -> found.state().isGoingOn()).ifPresent(found -> {
                ImportState back = found.state().afterCut();
                LOG.warn(
                        "Import {} of {} by {} was cut off while {}; nothing of that is in the register, it is {} again",
                        id,
                        found.fileName(),
                        found.accountName(),
                        found.state(),
                        back);
                store.cut(id, back, clock.instant());
            });
        });
    }
}
