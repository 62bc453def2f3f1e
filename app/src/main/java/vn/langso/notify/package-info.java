/**
 * Tells people what they should know or act on: notices in the program, and channels that carry them further.
 *
 * <p>Owns the schema {@code notify}. A posting module hands in a key, its texts and an audience in its own transaction; who that is, is
 * found afterwards, so that posting costs a business transaction two rows and no locks on people. Knows no business module: those call
 * {@link vn.langso.notify.Notices}. Requests of the two-person rule are below and are told of by their events.
 */
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"kernel", "shell", "audit", "places", "identity", "approvals"})
@NullMarked
package vn.langso.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
