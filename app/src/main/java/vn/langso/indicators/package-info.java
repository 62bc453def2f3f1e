/**
 * Figures about places at a time: each module publishes its own, criteria and dashboards only read them here.
 *
 * <p>An indicator is code, numerator, denominator, unit, date, source, and the records behind it. Parts are published by village and
 * rolled up by the dated tree of places. Owns the schema {@code indicators} (monthly snapshots); knows no module that publishes.
 */
@ApplicationModule(
        displayName = "Indicators",
        allowedDependencies = {"kernel", "shell", "audit", "places"})
@NullMarked
package vn.langso.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
