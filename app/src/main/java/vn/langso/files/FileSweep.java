package vn.langso.files;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps orphaned contents, once among all copies of the program. */
@Configuration(proxyBeanMethods = false)
class FileSweep {

    @Bean
    RecurringTask<Void> sweepFiles(StoredFiles files) {
        return Tasks.recurring("files.sweep", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> files.sweep());
    }
}
