/**
 * What a village has: mobile stations, fibre and coverage along its lanes, public Wi-Fi, culture house, postal point, loudspeakers.
 *
 * <p>Owns the schema {@code infrastructure}. Everything has a first day and may have a last one, so each question is asked for a day.
 * Devices that report by themselves (lamps, cameras) are other modules' business; here stands what people enter and vouch for.
 */
@ApplicationModule(
        displayName = "Infrastructure",
        allowedDependencies = {"kernel", "shell", "audit", "places", "indicators"})
@NullMarked
package vn.langso.infrastructure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
