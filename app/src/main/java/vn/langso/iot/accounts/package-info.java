/**
 * Who may connect: ids, keys and states of the devices, in memory for the broker and the intake.
 *
 * <p>Reads and writes the schema {@code iot}. Another copy's changes are seen within two seconds.
 */
@ApplicationModule(
        displayName = "Devices: accounts",
        allowedDependencies = {"kernel"})
@NullMarked
package vn.langso.iot.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
