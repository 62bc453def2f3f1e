/**
 * Street lights: roads, cabinets, circuits, poles and lamps of a village, what they are told, what they answer and what is measured.
 *
 * <p>Owns the schema {@code lighting}. The normal case is a cabinet without controllers at the lamps: then a lamp's state is inferred from
 * the watts of its circuit and said to be so. Commanded, reported and measured are three facts, kept apart. Does not talk to devices itself:
 * that is {@code iot}'s.
 */
@ApplicationModule(
        displayName = "Street lights",
        allowedDependencies = {"kernel", "shell", "audit", "places", "indicators"})
@NullMarked
package vn.langso.lighting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
