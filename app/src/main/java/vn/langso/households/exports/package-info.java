/**
 * The register as a sheet: streamed village by village, household by household, never more than some hundred in memory.
 *
 * <p>Numbers of identity cards and phones are masked unless the caller may see them and says why. Reads the register's tables, writes only
 * the trail of looks. The sheet is one that {@code households.imports} reads back without a change.
 */
@ApplicationModule(
        displayName = "Households: exports",
        allowedDependencies = {"kernel", "shell", "audit", "places", "sheets", "households", "households.search"})
@NullMarked
package vn.langso.households.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
