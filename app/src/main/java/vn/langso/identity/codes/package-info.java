/**
 * One-time codes of six digits: made, sent through a port, proved once by the browser that asked.
 *
 * <p>Keeps its rows in the schema {@code identity}. Does not know accounts: it proves that a browser's user reads a phone's messages.
 */
@ApplicationModule(
        displayName = "Identity: one-time codes",
        allowedDependencies = {"kernel", "shell", "identity.secrets"})
@NullMarked
package vn.langso.identity.codes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
