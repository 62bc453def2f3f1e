/**
 * The two-person rule: what one person asks for is done only when a second person, who may do it there, agrees in time.
 *
 * <p>Owns the schema {@code approvals}. Stands beside identity rather than inside it, because the modules that ask are above and may not
 * reach into another's nested module. Knows no business: what was asked for is the asking module's sentence and data, given back to it
 * by {@link vn.langso.approvals.ApprovalGranted}, which is kept until that module has done its part.
 */
@ApplicationModule(
        displayName = "Approvals",
        allowedDependencies = {"kernel", "shell", "audit", "places"})
@NullMarked
package vn.langso.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
