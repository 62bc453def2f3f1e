package vn.langso.identity;

import java.time.Duration;
import java.time.InstantSource;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.identity.codes.OneTimeCodes;
import vn.langso.identity.secrets.Throttle;
import vn.langso.shell.NavEntry;

/** Navigation and housekeeping of accounts. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    NavEntry accountsEntry() {
        return new NavEntry(AccountsController.NAV, "user", "/accounts", 85, Accounts.RECOVER);
    }

    @Bean
    NavEntry settingsEntry() {
        return new NavEntry(SettingsController.NAV, "gear", "/settings", 95, InstallationSettings.CHANGE);
    }

    /** What is over is removed, so that the tables stay as small as what is in use. */
    @Bean
    RecurringTask<Void> forgetWhatIsOver(
            SessionStore sessions, OneTimeCodes codes, OpeningTickets tickets, Throttle throttle, InstantSource clock) {
        return Tasks.recurring("identity.forget-what-is-over", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> {
                    sessions.purge(clock.instant());
                    codes.purge();
                    tickets.purge();
                    throttle.purge();
                });
    }
}
