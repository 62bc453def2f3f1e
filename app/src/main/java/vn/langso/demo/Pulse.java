package vn.langso.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import vn.langso.households.AttributeValue;
import vn.langso.households.AttributeValue.Source;
import vn.langso.households.Households;
import vn.langso.households.RegisterAttribute;
import vn.langso.identity.Accounts;
import vn.langso.identity.NewAccount;
import vn.langso.kernel.Role;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/**
 * Something happens while one looks: every minute the invented head of a neighbouring village writes that one household got internet, and
 * a minute later that it gave it up. The register itself says which of the two comes next, so a restart changes nothing. The village of the
 * reference case is left alone, so its figures stand.
 */
@Component
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class Pulse {

    static final String VILLAGE = "15313-02";

    private static final String HOUSEHOLD = "HK-001";

    /** Not one of the personas: nobody enters the demo as this person. */
    private static final String NAME = "Hoàng Mẫu Bảo";

    private static final String PHONE = "0900000190";
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Set<String> PERMISSIONS = Set.of("households.read", "households.edit");

    private final Accounts accounts;
    private final Households households;
    private final Places places;
    private final InstantSource clock;

    Pulse(Accounts accounts, Households households, Places places, InstantSource clock) {
        this.accounts = accounts;
        this.households = households;
        this.places = places;
        this.clock = clock;
    }

    /** One change, by a caller who may no more than it needs. */
    void beat() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Texts.ZONE);
        UUID villageId = places.tree().byCode(VILLAGE, today).map(Place::id).orElseThrow();
        UUID accountId =
                accounts.establish(Caller.program("demo"), new NewAccount(NAME, PHONE, Role.VILLAGE_HEAD, villageId));
        Caller head =
                new Caller(accountId, NAME, Role.VILLAGE_HEAD, villageId, PERMISSIONS, Set.of(villageId), null, null);
        households.byNumber(head, villageId, HOUSEHOLD).ifPresent(household -> {
            AttributeValue now = household.attributes().get(RegisterAttribute.INTERNET);
            String next = now != null && now.value().equals("yes") ? "no" : "yes";
            AttributeValue said = new AttributeValue(next, today, Source.SELF);
            households.setAttribute(head, household.id(), RegisterAttribute.INTERNET, said, null);
        });
    }

    /** The demo's own schedule. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
    static class Rhythm {

        @Bean
        RecurringTask<Void> beatOfTheDemo(Pulse pulse) {
            return Tasks.recurring("demo.pulse", FixedDelay.of(EVERY)).execute((instance, context) -> pulse.beat());
        }
    }
}
