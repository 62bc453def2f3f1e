/**
 * Which role somebody holds at which place from when to when, and what each role may do.
 *
 * <p>Keeps its rows in the schema {@code identity}; the rights stand in {@code access/permissions.csv}. Who may give a role to whom is not
 * decided here.
 */
@ApplicationModule(
        displayName = "Identity: roles",
        allowedDependencies = {"kernel"})
@NullMarked
package vn.langso.identity.roles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
