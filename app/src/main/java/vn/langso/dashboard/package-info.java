/**
 * The first page of everybody: residents, village heads, the commune's and the province's desk; and the public page of each village.
 *
 * <p>Shows what other modules hand in as {@link vn.langso.shell.HomeCard}s and figures; computes none itself. Owns the schema
 * {@code dashboard}: whom people may call in a village. Nobody depends on it but the demo.
 */
@ApplicationModule(
        displayName = "Dashboard",
        allowedDependencies = {"kernel", "shell", "audit", "places", "indicators", "households"})
@NullMarked
package vn.langso.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
