/**
 * Finding households: the list with its filters and the search by name, number, address, identity card or phone.
 *
 * <p>Every page costs some hundred index rows, however large the register is; nothing is counted on the way. Reads the register's tables,
 * writes only the trail of looks.
 */
@ApplicationModule(
        displayName = "Households: search",
        allowedDependencies = {
            "kernel",
            "shell",
            "audit",
            "places",
            "households",
            "households.keys",
            "households.detail"
        })
@NullMarked
package vn.langso.households.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
