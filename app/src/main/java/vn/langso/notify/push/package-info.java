/**
 * Web push: notices on the screens of phones and computers whose owner has turned it on there (RFC 8030, 8188, 8291, 8292).
 *
 * <p>Keeps its rows in the schema {@code notify}. The key by which push services know this installation comes out of the register key,
 * which lies outside the database. What is sent is sealed for the one browser; the push service sees sizes and times only.
 */
@ApplicationModule(
        displayName = "Notices: web push",
        allowedDependencies = {"kernel", "shell", "audit", "notify"})
@NullMarked
package vn.langso.notify.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
