package vn.langso.iot;

import java.time.Instant;
import java.util.UUID;

/** Hears what became of messages to devices; called outside any transaction, by all beans' ids, known to the receiver or not. */
public interface DownlinkListener {

    /** The broker has it on disk for the device. Whether the device has it is said by its own answer alone. */
    void handedOver(UUID id, Instant at);

    /**
     * It did not leave, and will not.
     *
     * @param why a short code: no-broker, unknown-device, not-subscribed, expired, unsuitable, refused
     */
    void failed(UUID id, String why);
}
