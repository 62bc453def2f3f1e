package vn.langso.iot;

/** The way to the devices, a port: QoS 1, never retained. */
public interface Downlink {

    /**
     * Hands the message to the broker; returns at once and throws nothing, the result is told to each {@link DownlinkListener}. Call it after
     * the commit of what it belongs to.
     */
    void send(DownMessage message);

    /** The next number of the channel to this device, durable, in the caller's transaction. */
    long nextSequence(DeviceId device);
}
