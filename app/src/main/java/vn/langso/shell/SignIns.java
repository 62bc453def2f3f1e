package vn.langso.shell;

import java.util.Optional;

/** Tells who a request's cookie or token belongs to; implemented by {@code identity}. */
public interface SignIns {

    /** The caller of a session cookie; empty when it is unknown, expired or revoked. */
    Optional<Caller> bySession(String cookie);

    /** The caller of an API token; empty when it is unknown, expired or revoked. */
    Optional<Caller> byToken(String token);
}
