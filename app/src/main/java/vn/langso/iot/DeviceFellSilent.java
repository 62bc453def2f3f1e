package vn.langso.iot;

import java.time.Instant;
import java.util.UUID;

/** Nothing was heard of a device for longer than it may be silent. */
public record DeviceFellSilent(DeviceId device, UUID placeId, Instant lastSeen) {}
