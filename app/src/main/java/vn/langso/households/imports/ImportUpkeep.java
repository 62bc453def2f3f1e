package vn.langso.households.imports;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.files.StoredFiles;
import vn.langso.shell.Caller;

/** Lets go of what an import no longer needs: prepared rows once it is written, the uploaded sheet after its time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportUpkeep {

    private final ImportStore store;
    private final StagingStore staging;
    private final StoredFiles files;
    private final ImportSettings settings;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ImportUpkeep(
            ImportStore store,
            StagingStore staging,
            StoredFiles files,
            ImportSettings settings,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.staging = staging;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    RecurringTask<Void> forgetImportFiles() {
        return Tasks.recurring("households.forget-import-files", FixedDelay.of(Duration.ofHours(12)))
                .execute((instance, context) -> forgetFiles());
    }

    /** The sheets whose time is over, with whatever was prepared from them. */
    void forgetFiles() {
        Caller program = Caller.program("imports");
        for (UUID id : store.withFilesOlderThan(clock.instant().minus(settings.filesKept()))) {
            transaction.executeWithoutResult(status -> store.find(id).ifPresent(found -> {
                files.find(program, found.fileId()).ifPresent(file -> files.forget(program, file));
                staging.clear(id);
                store.fileForgotten(id);
            }));
        }
    }
}
