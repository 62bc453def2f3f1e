/**
 * Sheets into the register: uploaded, mapped, previewed row by row, written in one transaction, undone.
 *
 * <p>Who a row is about: the person with the same CCCD; else, in the same village and household number, the person with the same name (marks
 * and case aside) whose birth does not contradict; else somebody new. An empty cell changes nothing. Owns the tables {@code import_*} and
 * {@code register_import} of the schema {@code households}; reads and writes the register's tables beside them in sets, because a million
 * calls of its facade would take an hour.
 */
@ApplicationModule(
        displayName = "Households: imports",
        allowedDependencies = {"kernel", "shell", "audit", "places", "files", "sheets", "households", "households.rows"
        })
@NullMarked
package vn.langso.households.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
