package vn.langso.lighting.readings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import vn.langso.iot.DeviceMessage;
import vn.langso.iot.DeviceMessageHandler;
import vn.langso.iot.MessageKind;
import vn.langso.iot.Refusals;
import vn.langso.lighting.Layout;
import vn.langso.lighting.LightingAssets;

/**
 * Takes what cabinets say: decodes it, keeps it, and hands it on to whoever watches, all in the intake's transaction.
 *
 * <p>The newest state is never overwritten by a report that is older, as those are that a cabinet kept while it was cut off.
 */
@Component
class CabinetMessages implements DeviceMessageHandler {

    private final LightingAssets assets;
    private final ReadingStore store;
    private final Refusals refusals;
    private final ObjectProvider<ObservationListener> listeners;

    CabinetMessages(
            LightingAssets assets,
            ReadingStore store,
            Refusals refusals,
            ObjectProvider<ObservationListener> listeners) {
        this.assets = assets;
        this.store = store;
        this.refusals = refusals;
        this.listeners = listeners;
    }

    @Override
    public String deviceKind() {
        return "cabinet";
    }

    @Override
    public void handle(List<DeviceMessage> batch) {
        Map<String, Layout> layouts = layouts(batch);
        Map<UUID, CabinetState> newest = new HashMap<>(store.states(
                layouts.values().stream().map(layout -> layout.cabinet().id()).toList()));
        Map<UUID, CabinetState> changed = new HashMap<>();
        List<CabinetState> reported = new ArrayList<>();
        List<Observation> seen = new ArrayList<>();
        for (DeviceMessage message : batch) {
            Layout layout = layouts.get(message.device().value());
            Observation observation = layout == null ? unknown(message) : observe(layout, message, newest);
            if (observation == null) {
                continue;
            }
            seen.add(observation);
            CabinetState after = observation.after();
            if (after != null) {
                reported.add(after);
                if (!observation.late()) {
                    newest.put(after.cabinetId(), after);
                    changed.put(after.cabinetId(), after);
                }
            }
            if (observation.event() != null) {
                store.keepEvent(observation, observation.event());
            }
        }
        store.keepReadings(reported);
        store.keepStates(changed.values());
        if (!seen.isEmpty()) {
            listeners.orderedStream().forEach(listener -> listener.observed(seen));
        }
    }

    private Map<String, Layout> layouts(List<DeviceMessage> batch) {
        Set<String> devices =
                batch.stream().map(message -> message.device().value()).collect(Collectors.toSet());
        Map<String, Layout> layouts = new HashMap<>();
        devices.forEach(device -> assets.layoutOfDevice(device).ifPresent(layout -> layouts.put(device, layout)));
        return layouts;
    }

    private @Nullable Observation observe(Layout layout, DeviceMessage message, Map<UUID, CabinetState> newest) {
        CabinetState before = newest.get(layout.cabinet().id());
        boolean late = before != null && message.at().isBefore(before.at());
        try {
            CabinetState after = message.kind() == MessageKind.STATE ? MessageReader.state(layout, message) : null;
            CabinetEvent event = message.kind() == MessageKind.EVT ? MessageReader.event(layout, message) : null;
            CabinetAnswer answer = message.kind() == MessageKind.ACK ? MessageReader.answer(message) : null;
            return new Observation(
                    layout,
                    message.seq(),
                    message.at(),
                    message.receivedAt(),
                    late,
                    message.clockDoubtful(),
                    before,
                    after,
                    event,
                    answer);
        } catch (MessageReader.OddMessage odd) {
            refusals.count(message.device(), odd.reason());
            return null;
        }
    }

    private @Nullable Observation unknown(DeviceMessage message) {
        refusals.note(message.device(), "in-no-cabinet");
        return null;
    }
}
