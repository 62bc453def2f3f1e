/**
 * The lights of a village on one page: what burns, what was ordered, what comes tonight, and the switch.
 */
@ApplicationModule(
        displayName = "Board of lights",
        allowedDependencies = {
            "kernel",
            "shell",
            "places",
            "lighting",
            "lighting.readings",
            "lighting.programmes",
            "lighting.commands"
        })
@NullMarked
package vn.langso.lighting.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
