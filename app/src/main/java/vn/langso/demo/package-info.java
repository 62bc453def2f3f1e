/**
 * The demo: invented people in the places of the reference case, one click to be any persona, a sandbox for messages.
 *
 * <p>Exists only in demo mode. Everything is made through the facades that users' clicks go through; no figure is set, figures come out
 * of the records. The only module that may know all others.
 */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "kernel",
            "shell",
            "audit",
            "places",
            "identity",
            "indicators",
            "households",
            "infrastructure",
            "iot",
            "lighting",
            "dashboard"
        })
@NullMarked
package vn.langso.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
