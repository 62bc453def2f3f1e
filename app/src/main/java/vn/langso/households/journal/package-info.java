/**
 * What every change of the register leaves behind: a row of the audit, the counters of the village, and for its maker a short way back.
 *
 * <p>Owns the tables {@code undo} and {@code village_count} of the schema {@code households}. Knows rows by table, id and version, not
 * what stands in them.
 */
@ApplicationModule(
        displayName = "Households: journal",
        allowedDependencies = {"kernel", "shell", "audit"})
@NullMarked
package vn.langso.households.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
