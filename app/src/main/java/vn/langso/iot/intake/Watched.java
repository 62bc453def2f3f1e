package vn.langso.iot.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import vn.langso.iot.DeviceId;
import vn.langso.iot.DeviceMessage;
import vn.langso.iot.MessageKind;
import vn.langso.shell.Live;

/**
 * The last messages of devices whose page is open, in the memory of this copy. Of others none is kept: thousands of them would fill it.
 */
@Component
public class Watched {

    private static final Duration LOOKS = Duration.ofMinutes(10);
    private static final int KEPT = 20;
    private static final int LONGEST = 2000;

    private final Live live;
    private final InstantSource clock;
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();

    Watched(Live live, InstantSource clock) {
        this.live = live;
        this.clock = clock;
    }

    /** One message as people read it. */
    public record Shown(Instant receivedAt, MessageKind kind, long seq, String text) {}

    /** The last messages since somebody looks, newest first; keeps them for ten minutes from now on. */
    public List<Shown> look(DeviceId device) {
        Instant until = clock.instant().plus(LOOKS);
        watches.values().removeIf(watch -> watch.until().isBefore(clock.instant()));
        Watch watch = watches.merge(
                device.value(),
                new Watch(until, new ArrayDeque<>()),
                (before, fresh) -> new Watch(until, before.messages()));
        synchronized (watch.messages()) {
            return List.copyOf(watch.messages());
        }
    }

    /** The topic on which the device's page hears that something came. */
    public static String topic(DeviceId device) {
        return "devices." + device.value();
    }

    /** In the intake's transaction. */
    void saw(List<DeviceMessage> messages) {
        if (watches.isEmpty()) {
            return;
        }
        Set<DeviceId> seen = new HashSet<>();
        for (DeviceMessage message : messages) {
            Watch watch = watches.get(message.device().value());
            if (watch != null && watch.until().isAfter(message.receivedAt())) {
                keep(watch.messages(), message);
                seen.add(message.device());
            }
        }
        seen.forEach(device -> live.changed(topic(device)));
    }

    private static void keep(Deque<Shown> messages, DeviceMessage message) {
        String text = new String(message.json(), StandardCharsets.UTF_8);
        synchronized (messages) {
            messages.addFirst(new Shown(
                    message.receivedAt(),
                    message.kind(),
                    message.seq(),
                    text.substring(0, Math.min(LONGEST, text.length()))));
            if (messages.size() > KEPT) {
                messages.removeLast();
            }
        }
    }

    private record Watch(Instant until, Deque<Shown> messages) {}
}
