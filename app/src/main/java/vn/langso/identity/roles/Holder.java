package vn.langso.identity.roles;

import java.util.UUID;

/**
 * An account as somebody to be told something.
 *
 * @param language in which the account's owner reads, {@code vi} or {@code en}
 */
public record Holder(UUID accountId, String language) {}
