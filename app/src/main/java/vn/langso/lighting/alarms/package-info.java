/**
 * What the darkness watch found: one alarm per cause, who was told, who answered, when it was over.
 *
 * <p>Owns the tables {@code alarm} and {@code alarm_answer} of the schema {@code lighting}. What is an alarm is decided by
 * {@code lighting.watch}; here it is kept, told through {@code notify}, answered and shown. Answered and over are two things: a thief may
 * be gone before anybody says "I am going", and a door may stay open after it.
 */
@ApplicationModule(
        displayName = "Lighting: alarms",
        allowedDependencies = {
            "kernel",
            "shell",
            "audit",
            "places",
            "files",
            "indicators",
            "sheets",
            "notify",
            "lighting"
        })
@NullMarked
package vn.langso.lighting.alarms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
