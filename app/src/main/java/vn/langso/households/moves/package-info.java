/**
 * Moving and leaving: a household to another village, a person to another household, the end of a registration, another head.
 *
 * <p>What was stays as history: figures of a day before still count people where they lived then.
 */
@ApplicationModule(
        displayName = "Households: moves",
        allowedDependencies = {"kernel", "shell", "places", "households", "households.detail", "households.entry"})
@NullMarked
package vn.langso.households.moves;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
