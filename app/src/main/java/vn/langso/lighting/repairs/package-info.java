/**
 * The electrician's work: faults of cables, circuits and lamps from alarm to measured light again.
 *
 * <p>Owns the table {@code repair} of the schema {@code lighting}. That a repair is done says a person; that it helped says the power which is
 * measured afterwards, when its alarm ends.
 */
@ApplicationModule(
        displayName = "Lighting: repairs",
        allowedDependencies = {"kernel", "shell", "audit", "places", "files", "sheets", "lighting", "lighting.alarms"})
@NullMarked
package vn.langso.lighting.repairs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
