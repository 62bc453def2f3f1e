package vn.langso.lighting.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.iot.DeviceCameBack;
import vn.langso.iot.DeviceFellSilent;
import vn.langso.lighting.Layout;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.readings.CabinetState;
import vn.langso.lighting.readings.Readings;

/** Cabinets that are not heard: nobody says that lamps are dark there, so time itself has to be looked at. */
@Service
class SilentCabinets {

    private final WatchStore store;
    private final Watch watch;
    private final Looking looking;
    private final Readings readings;
    private final LightingAssets assets;
    private final InstantSource clock;

    SilentCabinets(
            WatchStore store,
            Watch watch,
            Looking looking,
            Readings readings,
            LightingAssets assets,
            InstantSource clock) {
        this.store = store;
        this.watch = watch;
        this.looking = looking;
        this.readings = readings;
        this.assets = assets;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "lighting.on-device-fell-silent")
    void on(DeviceFellSilent silent) {
        assets.layoutOfDevice(silent.device().value()).ifPresent(layout -> {
            store.silence(layout.cabinet().id(), layout.cabinet().placeId(), silent.lastSeen(), clock.instant());
            look(Map.of(layout.cabinet().id(), silent.lastSeen()));
        });
    }

    @ApplicationModuleListener(id = "lighting.on-device-came-back")
    void on(DeviceCameBack back) {
        assets.layoutOfDevice(back.device().value())
                .ifPresent(layout ->
                        store.silence(layout.cabinet().id(), layout.cabinet().placeId(), null, clock.instant()));
    }

    /** Looks at all that are silent: dusk may have come, or neighbours may have fallen silent too. */
    @Transactional
    void lookAround() {
        look(store.silent());
    }

    private void look(Map<UUID, Instant> silent) {
        if (silent.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<UUID, CabinetState> newest = readings.newest(silent.keySet());
        List<Seen> missed = new ArrayList<>();
        silent.keySet().stream().sorted().forEach(cabinet -> {
            CabinetState state = newest.get(cabinet);
            if (state != null) {
                Layout layout = assets.layoutOf(cabinet);
                missed.add(new Seen(layout, looking.last(layout, state, now), null));
            }
        });
        watch.miss(missed, silent);
    }

    @Configuration(proxyBeanMethods = false)
    static class Rounds {

        @Bean
        RecurringTask<Void> lookForSilentCabinets(SilentCabinets cabinets) {
            return Tasks.recurring("lighting.look-for-silent-cabinets", FixedDelay.ofSeconds(30))
                    .execute((instance, context) -> cabinets.lookAround());
        }
    }
}
