package vn.langso.iot;

import java.time.Instant;
import java.util.UUID;

/**
 * One message of a device that was not seen before.
 *
 * @param seq the device's own number of it
 * @param at when it happened: the device's clock, corrected where its error is known; {@code receivedAt} where it is absurd
 * @param clockDoubtful the device's time was absurd and is replaced
 * @param json the message as docs/devices.md describes it, whatever the device speaks
 */
@SuppressWarnings("ArrayRecordComponent") // half a million of these pass in a minute; nobody compares them
public record DeviceMessage(
        DeviceId device,
        UUID placeId,
        MessageKind kind,
        long seq,
        Instant at,
        Instant receivedAt,
        boolean clockDoubtful,
        byte[] json) {}
