/**
 * Figures about places at a time: each module publishes its own, criteria and dashboards only read them here.
 *
 * <p>An indicator is code, numerator, denominator, unit, date, source, and the records behind it. Parts are published by village and
 * rolled up by the dated tree of places. Owns the schema {@code indicators} (monthly snapshots); knows no module that publishes.
 *
 * <p>Figures are sums over a village or more and open to everybody, also below 20 cases: then pages say the fraction alone, and the API
 * gives numerator and denominator. A list that names persons or homes opens only with {@code indicators.records} for the place, and each
 * look at it is kept. A module must therefore not publish a figure whose count alone says something secret about one household.
 */
@ApplicationModule(
        displayName = "Indicators",
        allowedDependencies = {"kernel", "shell", "audit", "places"})
@NullMarked
package vn.langso.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
