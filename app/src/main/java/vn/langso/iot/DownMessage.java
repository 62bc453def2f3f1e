package vn.langso.iot;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to a device.
 *
 * @param id the command's own id, told back by {@link DownlinkListener}
 * @param seq from {@link Downlink#nextSequence}
 * @param expires the broker drops it when it was not delivered by then
 * @param json as docs/devices.md describes it, whatever the device speaks
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record DownMessage(DeviceId device, UUID id, long seq, Instant expires, byte[] json) {}
