/**
 * Recording the lights of a village: a sheet with preview and undo, and the forms of one lamp and one cabinet.
 *
 * <p>Owns the tables of imports in the schema {@code lighting}; what stands in the register is changed through {@code LightingEdits} alone.
 */
@ApplicationModule(
        displayName = "Register of lights",
        allowedDependencies = {"kernel", "shell", "places", "sheets", "iot", "lighting"})
@NullMarked
package vn.langso.lighting.assets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
