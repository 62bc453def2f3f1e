package vn.langso.iot.intake;

import java.time.InstantSource;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.iot.DeviceFellSilent;
import vn.langso.iot.DeviceId;

/** Notices devices that do not report any more. That one is back is noticed by its next message. */
@Component
class Silence {

    private final LinkStore store;
    private final IntakeSettings settings;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Silence(LinkStore store, IntakeSettings settings, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Marks who is silent now and was not before, and tells of each. */
    @Transactional
    public void look() {
        store.fallSilent(clock.instant(), settings.silentAfter())
                .forEach(fallen -> events.publishEvent(
                        new DeviceFellSilent(new DeviceId(fallen.device()), fallen.placeId(), fallen.lastSeen())));
    }
}
