/**
 * The MQTT broker inside the program: Apache Artemis with its journal in the data folder, bound to our device accounts.
 *
 * <p>Not started where a broker of one's own is configured; everything else is then the same.
 */
@ApplicationModule(
        displayName = "Devices: broker",
        allowedDependencies = {"kernel", "iot", "iot.accounts"})
@NullMarked
package vn.langso.iot.broker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
