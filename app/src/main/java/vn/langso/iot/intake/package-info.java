/**
 * The way from the broker to the handlers and back: limits, adapters, doubles, clocks, batches, silence, and the downlink.
 *
 * <p>An MQTT client like any other, so that our broker and one of somebody's own are the same to it. A message is acknowledged to the broker
 * after the commit of everything that follows from it. Keeps its rows in the schema {@code iot}.
 */
@ApplicationModule(
        displayName = "Devices: intake",
        allowedDependencies = {"kernel", "shell", "iot", "iot.accounts", "iot.adapters", "iot.broker"})
@NullMarked
package vn.langso.iot.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
