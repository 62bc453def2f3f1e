package vn.langso.identity;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Role;

/**
 * An account to be established with its first role.
 *
 * @param phone as typed, in any form; null when none is known
 * @param password for signing in without a code; null for none
 * @param personId the register person behind it; null for none
 */
public record NewAccount(
        String name,
        @Nullable String phone,
        Role role,
        UUID placeId,
        @Nullable String password,
        @Nullable UUID personId) {

    public NewAccount(String name, @Nullable String phone, Role role, UUID placeId) {
        this(name, phone, role, placeId, null, null);
    }
}
