package vn.langso.shell;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;
import vn.langso.kernel.Role;

/**
 * Who asks: one account in one role at one place. Resolved once per request; facades check it before they do anything.
 *
 * @param accountId the account, or the program's own id for work that no person asked for
 * @param name shown to others and kept with audit rows
 * @param role the role acted in; null for the program itself
 * @param placeId the place of the role
 * @param permissions names of what the role may do
 * @param scope ids of all places that the role covers: the subtree of its place, with the places that went into it
 * @param personId the register person behind the account, where linked
 * @param credentialId the session or token of this request
 */
public record Caller(
        UUID accountId,
        String name,
        @Nullable Role role,
        @Nullable UUID placeId,
        Set<String> permissions,
        Set<UUID> scope,
        @Nullable UUID personId,
        @Nullable UUID credentialId) {

    private static final UUID PROGRAM = new UUID(0L, 0L);

    /** The program itself (schedules, start, demo): may do everything, is named in the audit. */
    public static Caller program(String name) {
        return new Caller(PROGRAM, name, null, null, Set.of(), Set.of(), null, null);
    }

    public boolean isProgram() {
        return role == null;
    }

    /** True if the role holds the permission at all, wherever. */
    public boolean may(String permission) {
        return isProgram() || permissions.contains(permission);
    }

    /** True if the role holds the permission and covers the place. */
    public boolean may(String permission, UUID place) {
        return isProgram() || (permissions.contains(permission) && scope.contains(place));
    }

    /** Refuses with {@code SHL-403} unless {@link #may(String, UUID)}. */
    public void require(String permission, UUID place) {
        if (!may(permission, place)) {
            throw Problem.of(ShellProblem.FORBIDDEN).asException();
        }
    }

    /** Refuses with {@code SHL-403} unless {@link #may(String)}. */
    public void require(String permission) {
        if (!may(permission)) {
            throw Problem.of(ShellProblem.FORBIDDEN).asException();
        }
    }
}
