package vn.langso.lighting.board;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.langso.lighting.readings.CabinetState;
import vn.langso.lighting.readings.Observation;
import vn.langso.lighting.readings.ObservationListener;
import vn.langso.shell.Live;

/** Tells open pages when something that they show has changed; not of every report. */
@Component
class LiveLights implements ObservationListener {

    private final Live live;

    LiveLights(Live live) {
        this.live = live;
    }

    @Override
    public void observed(List<Observation> batch) {
        Set<UUID> villages = batch.stream()
                .filter(LiveLights::isSeen)
                .map(seen -> seen.layout().cabinet().placeId())
                .collect(Collectors.toSet());
        villages.forEach(village -> live.changed("lighting." + village));
    }

    private static boolean isSeen(Observation seen) {
        CabinetState before = seen.before();
        CabinetState after = seen.after();
        if (after == null || seen.late()) {
            return false;
        }
        return before == null
                || !Arrays.equals(before.on(), after.on())
                || lit(seen, before) != lit(seen, after)
                || before.receivedAt().plus(LampRule.GOOD_FOR).isBefore(after.receivedAt());
    }

    private static long lit(Observation seen, CabinetState state) {
        return LampRule.look(seen.layout(), state, state.receivedAt()).stream()
                .filter(lamp -> lamp.glow() == Glow.LIT)
                .count();
    }
}
