/**
 * The page of one household: its people, what is known, its history, the way back from the last change, tickets for accounts.
 *
 * <p>Offers the other pages of the register what they say and look up in the same way: labels, breadcrumbs, the frame of a form.
 */
@ApplicationModule(
        displayName = "Households: detail",
        allowedDependencies = {"kernel", "shell", "audit", "places", "identity", "households"})
@NullMarked
package vn.langso.households.detail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
