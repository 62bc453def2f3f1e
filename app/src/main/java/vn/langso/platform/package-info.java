/**
 * What the machine gives: data folder, database, clock, schedules and the housekeeping of events.
 *
 * <p>Has no public types; every other module uses it through Spring and JDBC alone. Shared by every module test.
 */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"kernel"})
@NullMarked
package vn.langso.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
