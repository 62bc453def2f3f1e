package vn.langso.iot;

import java.util.List;

/** What a module does with the messages of its kind of devices; one bean for a kind. */
public interface DeviceMessageHandler {

    /** The kind of the devices, as they were registered. */
    String deviceKind();

    /**
     * Takes a batch in the intake's transaction: doubles are removed, each device's messages are in the order of their numbers. Content that
     * makes no sense is counted by {@link Refusals}, never thrown; what is thrown rolls the whole batch back, and then it comes again in
     * smaller parts.
     */
    void handle(List<DeviceMessage> batch);
}
