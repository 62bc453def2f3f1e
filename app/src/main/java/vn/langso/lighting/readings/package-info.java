/**
 * What cabinets report: decoded within bounds, kept as the newest state and as history, handed on to whoever watches.
 *
 * <p>One row a report with arrays by slot, so that 40 lamps cost little more than one (docs/adr).
 */
@ApplicationModule(
        displayName = "Readings of lights",
        allowedDependencies = {"kernel", "shell", "iot", "lighting"})
@NullMarked
package vn.langso.lighting.readings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
