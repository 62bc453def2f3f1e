/**
 * Switching lights: who asked for what, what each cabinet was told, what it answered, and what its meter then showed.
 *
 * <p>Commanded, reported and measured are three facts. A command is done only when a report after its answer shows the watts; a cabinet
 * that answers and does nothing has failed.
 */
@ApplicationModule(
        displayName = "Commands to lights",
        allowedDependencies = {
            "kernel",
            "shell",
            "audit",
            "places",
            "iot",
            "lighting",
            "lighting.readings",
            "lighting.programmes"
        })
@NullMarked
package vn.langso.lighting.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
