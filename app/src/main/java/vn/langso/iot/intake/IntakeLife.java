package vn.langso.iot.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

import vn.langso.iot.Refusals;
import vn.langso.iot.accounts.DeviceAccounts;
import vn.langso.iot.broker.Broker;
import vn.langso.iot.broker.BrokerSettings;
import vn.langso.kernel.Ids;

/** Starts broker and intake once the program answers, on a thread of its own; looks after both; stops them first of all. */
@Configuration(proxyBeanMethods = false)
class IntakeLife {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeLife.class);

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Broker broker;
    private final BrokerSettings settings;
    private final Intake intake;
    private final DeviceAccounts accounts;
    private final Refusals refusals;
    private final Path data;
    private @Nullable ScheduledExecutorService work;
    private boolean taking;

    IntakeLife(
            Broker broker,
            BrokerSettings settings,
            Intake intake,
            DeviceAccounts accounts,
            Refusals refusals,
            @Value("${langso.data}") Path data) {
        this.broker = broker;
        this.settings = settings;
        this.intake = intake;
        this.accounts = accounts;
        this.refusals = refusals;
        this.data = data;
    }

    @Bean
    RecurringTask<Void> noticeSilence(Silence silence) {
        return Tasks.recurring("iot.notice-silence", FixedDelay.of(SILENCE))
                .execute((instance, context) -> silence.look());
    }

    @Bean
    RecurringTask<Void> forgetRefusals(Refusals counts) {
        return Tasks.recurring("iot.forget-refusals", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> counts.purge());
    }

    @EventListener(ApplicationReadyEvent.class)
    void start(ApplicationReadyEvent event) {
        if (settings.isOff()) {
            return;
        }
        MeterRegistry meters = event.getApplicationContext().getBean(MeterRegistry.class);
        meters.gauge("langso.iot.connections", broker, Broker::connections);
        work = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("iot-life").factory());
        var _ = work.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Also the way back from a port that was taken or a database that was away. */
    private void look() {
        try {
            accounts.refresh();
            if (settings.isEmbedded() && !broker.isRunning()) {
                broker.start();
            }
            if (!taking) {
                intake.start(name());
                taking = true;
            }
            refusals.settle();
        } catch (Exception e) {
            LOG.warn("Devices cannot talk yet: {}", e.getMessage());
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        ScheduledExecutorService working = work;
        if (working == null) {
            return;
        }
        work = null;
        // No interrupt: the broker would take one in the middle of its start for a broken disk.
        working.shutdown();
        if (!working.awaitTermination(LOOK.toSeconds() * 5, TimeUnit.SECONDS)) {
            LOG.warn("The broker is still starting");
        }
        if (taking) {
            intake.stop();
            taking = false;
        }
        broker.stop();
    }

    /** This copy's name at the broker; kept, so that it finds its session again. */
    private String name() throws IOException {
        Path file = data.resolve("broker").resolve("intake-name");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Ids.next().toString());
        }
        return Files.readString(file).strip();
    }
}
