/**
 * Reads and writes sheets of rows, CSV and XLSX, as streams: a million rows need no more memory than a hundred.
 *
 * <p>Owns no data. Nothing in a sheet is ever evaluated, fetched or trusted: formulas give the value that was saved with them, external
 * entities are off, archives are limited in entries, size and ratio. What the cells mean is the caller's business.
 */
@ApplicationModule(
        displayName = "Sheets",
        allowedDependencies = {"kernel"})
@NullMarked
package vn.langso.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
