package vn.langso.lighting.commands;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tends commands every ten seconds, once among all copies of the program. */
@Configuration(proxyBeanMethods = false)
class CommandSchedule {

    @Bean
    RecurringTask<Void> tendLightCommands(LightCommands commands) {
        return Tasks.recurring("lighting.tend-commands", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> commands.tend());
    }
}
