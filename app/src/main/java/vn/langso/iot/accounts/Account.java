package vn.langso.iot.accounts;

import java.util.List;
import java.util.UUID;

/**
 * What the broker and the intake need to know of a device.
 *
 * @param adapter langso, tasmota or shelly
 * @param circuits for adapters: the circuit behind each relay, in their order
 * @param active neither quarantined nor retired
 * @param keys hashes of the keys that are good, with their ends
 */
public record Account(
        String id, String kind, String adapter, List<String> circuits, UUID placeId, boolean active, List<Key> keys) {}
