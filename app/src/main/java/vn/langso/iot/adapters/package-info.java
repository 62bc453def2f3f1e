/**
 * Devices that can be bought: their own messages into ours and back. Pure; what an electrician types is in docs/devices.md and on a page.
 */
@ApplicationModule(
        displayName = "Devices: adapters",
        allowedDependencies = {"kernel", "iot", "iot.accounts"})
@NullMarked
package vn.langso.iot.adapters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
