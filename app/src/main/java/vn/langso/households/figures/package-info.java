/**
 * The register's indicators: counted by village and day from households and people, with the records behind each figure.
 *
 * <p>Reads the register's tables as they were on the day; writes nothing.
 */
@ApplicationModule(
        displayName = "Households: figures",
        allowedDependencies = {"kernel", "indicators", "households"})
@NullMarked
package vn.langso.households.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
