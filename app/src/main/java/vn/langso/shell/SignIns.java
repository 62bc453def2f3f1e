package vn.langso.shell;

import java.util.Optional;

/** Tells who a request's cookie or token belongs to; implemented by {@code identity}. */
public interface SignIns {

    /** Name of the session cookie. */
    String COOKIE = "langso_session";

    /** The caller of a session cookie; empty when it is unknown, expired or revoked. The address is where the request comes from. */
    Optional<Caller> bySession(String cookie, String address);

    /** The caller of an API token; empty when it is unknown, expired or revoked. */
    Optional<Caller> byToken(String token);
}
