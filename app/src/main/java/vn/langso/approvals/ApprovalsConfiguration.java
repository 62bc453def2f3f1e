package vn.langso.approvals;

import java.time.Duration;
import java.time.InstantSource;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApprovalSettings.class)
class ApprovalsConfiguration {

    /** Nobody can agree after the end anyway; this only lets the asking person know. */
    @Bean
    RecurringTask<Void> expireApprovals(Approvals approvals) {
        return Tasks.recurring("approvals.expire", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> approvals.expire());
    }

    @Bean
    RecurringTask<Void> purgeApprovals(Approvals approvals, ApprovalSettings settings, InstantSource clock) {
        return Tasks.recurring("approvals.purge", FixedDelay.of(Duration.ofHours(12)))
                .execute((_, _) -> approvals.purge(clock.instant().minus(settings.kept())));
    }
}
