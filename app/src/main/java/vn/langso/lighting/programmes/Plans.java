package vn.langso.lighting.programmes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import vn.langso.iot.Device;
import vn.langso.iot.DeviceId;
import vn.langso.iot.Devices;
import vn.langso.iot.DownMessage;
import vn.langso.iot.Downlink;
import vn.langso.kernel.Ids;
import vn.langso.lighting.Layout;
import vn.langso.lighting.readings.CabinetState;
import vn.langso.lighting.readings.Observation;
import vn.langso.lighting.readings.ObservationListener;

/**
 * Gives cabinets the switches of the month to come, so that they go on alone, and knows which of them have shown that they hold them.
 *
 * <p>A cabinet is looked at when it reports: one that holds no plan, another one, or one that ends soon is given a new one, not more often than
 * {@link #PATIENCE}. Cabinets of other makes hold no plan.
 */
@Component
class Plans implements ObservationListener {

    private static final int MOST_DAYS = 30;

    /** A broker takes 64 KB, a switch is written in some 56 bytes, and a circuit that rests switches four times a night. */
    private static final int MOST_SWITCHES = 1_000;

    private static final int SWITCHES_A_NIGHT = 3;

    /** So the plan reaches nearly a month ahead at any time. */
    private static final Duration RENEWED_AFTER = Duration.ofDays(3);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ProgrammeStore store;
    private final Programmes programmes;
    private final Devices devices;
    private final ObjectProvider<Downlink> downlink;
    private final InstantSource clock;

    Plans(
            ProgrammeStore store,
            Programmes programmes,
            Devices devices,
            ObjectProvider<Downlink> downlink,
            InstantSource clock) {
        this.store = store;
        this.programmes = programmes;
        this.devices = devices;
        this.downlink = downlink;
        this.clock = clock;
    }

    @Override
    public void observed(List<Observation> batch) {
        for (Observation seen : batch) {
            CabinetState after = seen.after();
            if (after != null && !seen.late() && changes(seen, after)) {
                look(seen.layout(), after);
            }
        }
    }

    /** Most reports say what the one before said; those ask nothing of the database. A plan that ends soon is found once an hour. */
    private static boolean changes(Observation seen, CabinetState after) {
        CabinetState before = seen.before();
        return before == null
                || !String.valueOf(before.planHash()).equals(String.valueOf(after.planHash()))
                || hour(before.receivedAt()) != hour(after.receivedAt());
    }

    private static long hour(Instant at) {
        return at.getEpochSecond() / 3600;
    }

    private void look(Layout layout, CabinetState state) {
        UUID cabinet = layout.cabinet().id();
        Optional<ProgrammeStore.Given> given = store.given(cabinet);
        Instant now = clock.instant();
        boolean holds = given.isPresent() && given.get().hash().equals(state.planHash());
        if (holds && given.get().confirmedAt() == null) {
            store.confirm(cabinet, given.get().hash(), now);
        }
        boolean fresh = holds && given.get().sentAt().plus(RENEWED_AFTER).isAfter(now);
        boolean justSent =
                given.isPresent() && given.get().sentAt().plus(PATIENCE).isAfter(now);
        if (!fresh && !justSent && speaksOurs(layout)) {
            give(layout, given.map(ProgrammeStore.Given::version).orElse(0L) + 1);
        }
    }

    private boolean speaksOurs(Layout layout) {
        String device = layout.cabinet().deviceId();
        return device != null
                && devices.find(new DeviceId(device))
                        .map(Device::adapter)
                        .filter("langso"::equals)
                        .isPresent();
    }

    private void give(Layout layout, long version) {
        Downlink way = downlink.getIfAvailable();
        if (way == null) {
            return;
        }
        int days = Math.clamp(
                MOST_SWITCHES / ((long) SWITCHES_A_NIGHT * layout.circuits().size()), 3, MOST_DAYS);
        Plan plan = programmes.plan(layout, version, days);
        DeviceId device = new DeviceId(String.valueOf(layout.cabinet().deviceId()));
        UUID id = Ids.next();
        long seq = way.nextSequence(device);
        Instant expires = clock.instant().plus(Duration.ofDays(1));
        byte[] json = PlanMessages.json(id, seq, clock.instant(), expires, plan).getBytes(StandardCharsets.UTF_8);
        store.keepGiven(layout.cabinet().id(), plan, plan.hash(), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                way.send(new DownMessage(device, id, seq, expires, json));
            }
        });
    }
}
