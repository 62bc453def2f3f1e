package vn.langso.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;
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
import vn.langso.indicators.Counted;
import vn.langso.indicators.IndicatorRecord;
import vn.langso.indicators.Indicators;
import vn.langso.indicators.RecordQuestion;
import vn.langso.kernel.Role;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/**
 * Something happens while one looks: every minute the invented head of a neighbouring village writes that a household got internet, and
 * a minute later that it gave it up. The village of the reference case is left alone, so its figures stand.
 */
@Component
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class Pulse {

    static final String VILLAGE = "15313-02";

    /** Not one of the personas: nobody enters the demo as this person. */
    private static final String NAME = "Hoàng Mẫu Bảo";

    private static final String PHONE = "0900000190";
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Set<String> PERMISSIONS = Set.of("households.edit", "indicators.records");

    private final Accounts accounts;
    private final Households households;
    private final Indicators indicators;
    private final Places places;
    private final InstantSource clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final AtomicReference<@Nullable UUID> connected = new AtomicReference<>();

    Pulse(Accounts accounts, Households households, Indicators indicators, Places places, InstantSource clock) {
        this.accounts = accounts;
        this.households = households;
        this.indicators = indicators;
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
        UUID before = connected.getAndSet(null);
        if (before != null) {
            households.setAttribute(head, before, RegisterAttribute.INTERNET, said("no", today), null);
            return;
        }
        RecordQuestion without = new RecordQuestion(villageId, "households.with-internet", Counted.MISSING, today);
        List<IndicatorRecord> offline =
                indicators.records(head, without, null, 50).records();
        if (!offline.isEmpty()) {
            UUID next = offline.get(random.nextInt(offline.size())).id();
            households.setAttribute(head, next, RegisterAttribute.INTERNET, said("yes", today), null);
            connected.set(next);
        }
    }

    private static AttributeValue said(String value, LocalDate today) {
        return new AttributeValue(value, today, Source.SELF);
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
