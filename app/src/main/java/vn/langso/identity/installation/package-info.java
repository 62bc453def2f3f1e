/**
 * What an installation calls itself, and the page of its settings.
 *
 * <p>Keeps its rows in the schema {@code identity}. Settings of operation stand in the environment and are only shown here.
 */
@ApplicationModule(
        displayName = "Identity: installation",
        allowedDependencies = {"kernel", "shell", "audit", "identity.secrets", "identity.sessions"})
@NullMarked
package vn.langso.identity.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
