package vn.langso.iot;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A device to be registered.
 *
 * @param id given by whoever needs a certain one, else made here
 * @param kind whose messages it sends, "cabinet"
 * @param adapter langso, tasmota or shelly
 * @param circuits for adapters: the circuit behind each relay, in their order
 * @param expectedEvery how often it reports by itself
 */
public record NewDevice(
        @Nullable DeviceId id,
        String kind,
        String adapter,
        List<String> circuits,
        UUID placeId,
        String name,
        Duration expectedEvery) {

    /** A device of our own protocol that reports every minute. */
    public static NewDevice of(String kind, UUID placeId, String name) {
        return new NewDevice(null, kind, "langso", List.of(), placeId, name, Duration.ofMinutes(1));
    }

    /** The same with this id. */
    public NewDevice withId(DeviceId wanted) {
        return new NewDevice(wanted, kind, adapter, circuits, placeId, name, expectedEvery);
    }
}
