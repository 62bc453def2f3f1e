/**
 * Who did and who saw what: one row per change with before and after, one row per look at personal data with the ids seen.
 *
 * <p>Owns the schema {@code audit}; rows are only ever added. Names and roles are copied into the row, so it still tells the truth when
 * the account has gone.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "shell"})
@NullMarked
package vn.langso.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
