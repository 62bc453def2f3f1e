/**
 * Phone numbers, random values, passwords and the counting of tries: what sign-in rests on and nothing outside identity may touch.
 *
 * <p>Keeps its rows in the schema {@code identity}.
 */
@ApplicationModule(
        displayName = "Identity: secrets",
        allowedDependencies = {"kernel"})
@NullMarked
package vn.langso.identity.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
