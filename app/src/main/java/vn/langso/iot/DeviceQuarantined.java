package vn.langso.iot;

import java.time.Instant;
import java.util.UUID;

/**
 * A device was cut off.
 *
 * @param reason a short code: manual, or the reason that was counted too often
 */
public record DeviceQuarantined(DeviceId device, UUID placeId, String reason, Instant at) {}
