/**
 * Who somebody is and what they may do where: accounts, roles at places, sessions, API tokens, one-time codes, opening tickets.
 *
 * <p>Owns the schema {@code identity}. Answers {@link vn.langso.shell.SignIns} with one indexed read per request. An account is not a
 * person of the register: it may be linked to one by id, and several accounts may share a phone number, as families do. Passwords are
 * kept as Argon2id, everything else that opens a door as SHA-256 of a random value.
 */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {
            "kernel",
            "shell",
            "audit",
            "places",
            "identity.secrets",
            "identity.codes",
            "identity.roles",
            "identity.sessions",
            "identity.installation"
        })
@NullMarked
package vn.langso.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
