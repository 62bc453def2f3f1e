/**
 * Power cuts that are known beforehand: announced by the power company, or ordered here. The watch asks for them before it calls darkness an
 * outage.
 *
 * <p>Owns the table {@code planned_cut} of the schema {@code lighting}.
 */
@ApplicationModule(
        displayName = "Lighting: planned cuts",
        allowedDependencies = {"kernel", "shell", "audit", "places", "lighting"})
@NullMarked
package vn.langso.lighting.cuts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
