package vn.langso.identity;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.identity.codes.OneTimeCodes;
import vn.langso.identity.secrets.Throttle;
import vn.langso.identity.sessions.Sessions;
import vn.langso.shell.NavEntry;

/** Navigation and housekeeping of accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {

    @Bean
    NavEntry accountsEntry() {
        return new NavEntry(AccountsController.NAV, "user", "/accounts", 85, Accounts.RECOVER);
    }

    /** What is over is removed, so that the tables stay as small as what is in use. */
    @Bean
    RecurringTask<Void> forgetWhatIsOver(
            Sessions sessions, OneTimeCodes codes, OpeningTickets tickets, Throttle throttle) {
        return Tasks.recurring("identity.forget-what-is-over", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> {
                    sessions.purge();
                    codes.purge();
                    tickets.purge();
                    throttle.purge();
                });
    }
}
