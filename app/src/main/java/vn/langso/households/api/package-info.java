/**
 * The register for other programs: households and people as JSON, versions as ETags, refusals as problem details.
 *
 * <p>Asks the same facades and rules as the pages.
 */
@ApplicationModule(
        displayName = "Households: API",
        allowedDependencies = {
            "kernel",
            "shell",
            "places",
            "households",
            "households.detail",
            "households.entry",
            "households.search"
        })
@NullMarked
package vn.langso.households.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
