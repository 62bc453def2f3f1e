package vn.langso.notify;

import java.time.Duration;
import java.time.InstantSource;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotifySettings.class)
class NotifyConfiguration {

    @Bean
    RecurringTask<Void> purgeNotices(Notices notices, NotifySettings settings, InstantSource clock) {
        return Tasks.recurring("notify.purge", FixedDelay.of(Duration.ofHours(6)))
                .execute((_, _) -> notices.purge(clock.instant().minus(settings.kept())));
    }
}
