/**
 * What a browser or a program shows to be somebody: sessions and API tokens, and the caller that they stand for.
 *
 * <p>Keeps its rows in the schema {@code identity}, as hashes of random values. Does not make sure who somebody is: who opens a session
 * has done that.
 */
@ApplicationModule(
        displayName = "Identity: sessions and tokens",
        allowedDependencies = {"kernel", "shell", "audit", "places", "identity.roles", "identity.secrets"})
@NullMarked
package vn.langso.identity.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
