/**
 * The darkness watch: tells from what cabinets report whether lamps that should burn do not, and why.
 *
 * <p>Rules are pure: the watch's memory of a cabinet, what it shows, what was wanted and what goes on around it in; alarms opened, changed
 * and ended out. docs/darkness-watch.md has them as a table. Owns the tables {@code watch_state} and {@code late_finding} of the schema
 * {@code lighting}. Keeps no alarms and tells nobody: {@code lighting.alarms} does.
 */
@ApplicationModule(
        displayName = "Lighting: darkness watch",
        allowedDependencies = {
            "kernel",
            "places",
            "iot",
            "lighting",
            "lighting.alarms",
            "lighting.commands",
            "lighting.cuts",
            "lighting.programmes",
            "lighting.readings"
        })
@NullMarked
package vn.langso.lighting.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
