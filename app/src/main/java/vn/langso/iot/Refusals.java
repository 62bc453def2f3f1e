package vn.langso.iot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;

/**
 * Counts what is not taken from devices, by reason. Who sends too much of it is quarantined. Thread safe; costs no statement a message.
 */
@Component
public class Refusals {

    /** So much within a minute is no accident: a fault of one message a second stays below it. */
    private static final int TOO_MUCH = 120;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int KEPT_DAYS = 90;

    private final RefusalStore store;
    private final Devices devices;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Map<Reason, Long> counts = new ConcurrentHashMap<>();
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    Refusals(RefusalStore store, Devices devices, InstantSource clock, MeterRegistry meters) {
        this.store = store;
        this.devices = devices;
        this.clock = clock;
        this.meters = meters;
    }

    /** How often something was refused for one reason. */
    public record Count(String reason, long count, Instant lastAt) {}

    /**
     * Counts one message whose content is refused.
     *
     * @param reason a short code of small letters and dashes
     */
    public void count(DeviceId device, String reason) {
        note(device, reason);
        windows.merge(device.value(), new Window(clock.instant(), 1, reason), (before, one) -> before.and(one, WINDOW));
    }

    /** Counts what is no fault of the device, such as a message that came twice: it never leads to quarantine. */
    public void note(DeviceId device, String reason) {
        counts.merge(new Reason(device.value(), reason), 1L, Long::sum);
        meters.counter("langso.iot.refused", "reason", reason).increment();
    }

    /** Writes the counts down and quarantines who was refused too often; called every few seconds. */
    @Transactional
    public void settle() {
        List<RefusalStore.Row> rows = new ArrayList<>();
        for (Reason reason : List.copyOf(counts.keySet())) {
            Long count = counts.remove(reason);
            if (count != null) {
                rows.add(new RefusalStore.Row(reason.device(), reason.reason(), count));
            }
        }
        if (!rows.isEmpty()) {
            Instant now = clock.instant();
            store.add(rows, LocalDate.ofInstant(now, Texts.ZONE), now);
        }
        windows.forEach((id, window) -> {
            if (window.count() > TOO_MUCH && windows.remove(id, window)) {
                devices.quarantine(Caller.program("iot"), new DeviceId(id), window.reason());
            }
        });
        Instant old = clock.instant().minus(WINDOW);
        windows.values().removeIf(window -> window.since().isBefore(old));
    }

    /** Forgets counts of long ago. */
    @Transactional
    public void purge() {
        store.purge(LocalDate.ofInstant(clock.instant(), Texts.ZONE).minusDays(KEPT_DAYS));
    }

    private record Reason(String device, String reason) {}

    private record Window(Instant since, int count, String reason) {

        Window and(Window one, Duration length) {
            return since.plus(length).isBefore(one.since())
                    ? one
                    : new Window(since, count + one.count(), one.reason());
        }
    }
}
