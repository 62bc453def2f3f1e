package vn.langso.notify;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Role;

/**
 * Who is to be told: those who may do something at a place, those in certain roles there, or certain accounts. Found when it is told,
 * so that a role given in between counts.
 *
 * @param except an account that is left out, because it caused the matter
 */
public record Audience(
        @Nullable String permission,
        Set<Role> roles,
        @Nullable UUID placeId,
        Set<UUID> accounts,
        @Nullable UUID except) {

    /** Every account whose role covers the place and holds the permission. */
    public Audience(String permission, UUID placeId) {
        this(permission, Set.of(), placeId, Set.of(), null);
    }

    /** Every account that holds one of the roles at the place or above it. */
    public Audience(Set<Role> roles, UUID placeId) {
        this(null, Set.copyOf(roles), placeId, Set.of(), null);
    }

    /** These accounts. */
    public static Audience accounts(UUID... accounts) {
        return new Audience(null, Set.of(), null, Set.of(accounts), null);
    }

    /** The same without this account. */
    public Audience without(UUID account) {
        return new Audience(permission, roles, placeId, accounts, account);
    }
}
