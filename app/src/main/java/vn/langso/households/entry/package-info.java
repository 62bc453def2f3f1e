/**
 * Entering and editing households, people and facts by forms: their rules, the warnings, and what two officers see who edit the same.
 *
 * <p>The rules are the same for forms, the API and imported sheets.
 */
@ApplicationModule(
        displayName = "Households: entry",
        allowedDependencies = {"kernel", "shell", "places", "households", "households.keys", "households.detail"})
@NullMarked
package vn.langso.households.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
