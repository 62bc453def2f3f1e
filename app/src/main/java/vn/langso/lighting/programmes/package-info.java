/**
 * When lights burn: by the sun and the clock, computed for any moment and given to the cabinets for a month ahead, so that they go on alone.
 */
@ApplicationModule(
        displayName = "Programmes of lights",
        allowedDependencies = {"kernel", "shell", "audit", "places", "iot", "lighting", "lighting.readings"})
@NullMarked
package vn.langso.lighting.programmes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
