package vn.langso.iot;

import java.time.Instant;
import java.util.UUID;

/** A silent device was heard again. */
public record DeviceCameBack(DeviceId device, UUID placeId, Instant at) {}
