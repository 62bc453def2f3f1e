/**
 * What the rows of a sheet say: headings and their columns, the mapping, words for facts, villages, and each row checked by the register's
 * rules.
 *
 * <p>Pure: knows no database. {@code households.imports} keeps and writes what is found here.
 */
@ApplicationModule(
        displayName = "Households: rows of imports",
        allowedDependencies = {"kernel", "shell", "places", "sheets", "households", "households.entry"})
@NullMarked
package vn.langso.households.rows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
