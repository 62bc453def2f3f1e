/**
 * Devices and the messages to and from them: the registry with keys, the broker inside the program, the intake and the way down.
 *
 * <p>Owns the schema {@code iot}; its nested modules share it. Knows no business: what a message means is told to a
 * {@link vn.langso.iot.DeviceMessageHandler} of the device's kind. Topics and messages are described in docs/devices.md.
 */
@ApplicationModule(
        displayName = "Devices",
        allowedDependencies = {"kernel", "shell", "audit", "places", "iot.accounts"})
@NullMarked
package vn.langso.iot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
