/**
 * The register of a village: households, the people in them, and what is known about both, each fact with its source and its date.
 *
 * <p>Owns the schema {@code households}. A household hangs on a village, never on a commune, so mergers of communes change nothing here.
 * Numbers of identity cards and phones are kept encrypted under a key outside the database. Life events (births, deaths, marriages) as
 * procedures are not here; the register only ends a stay with its reason. Sources: Law on Residence 2020; Law 91/2025/QH15 on personal
 * data.
 */
@ApplicationModule(
        displayName = "Households",
        allowedDependencies = {"kernel", "shell", "audit", "places", "households.keys", "households.journal"})
@NullMarked
package vn.langso.households;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
