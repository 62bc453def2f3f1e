package vn.langso.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;

/** Callers for tests, with the permissions that {@code access/permissions.csv} gives their role. */
public final class CallerSamples {

    private CallerSamples() {}

    /** Somebody in a role at the first of these places, covering all of them. */
    public static Caller of(Role role, UUID... places) {
        return new Caller(
                Ids.next(),
                "Nguyễn Văn Mẫu",
                role,
                places[0],
                permissionsOf(role),
                Set.copyOf(Arrays.asList(places)),
                null,
                Ids.next());
    }

    /** The same caller with exactly these permissions. */
    public static Caller withPermissions(Caller caller, String... permissions) {
        return new Caller(
                caller.accountId(),
                caller.name(),
                caller.role(),
                caller.placeId(),
                Set.of(permissions),
                caller.scope(),
                caller.personId(),
                caller.credentialId());
    }

    /** The same caller, linked to a person of the register. */
    public static Caller withPerson(Caller caller, UUID personId) {
        return new Caller(
                caller.accountId(),
                caller.name(),
                caller.role(),
                caller.placeId(),
                caller.permissions(),
                caller.scope(),
                personId,
                caller.credentialId());
    }

    private static Set<String> permissionsOf(Role role) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                CallerSamples.class.getResourceAsStream("/access/permissions.csv"), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            int column = Arrays.asList(lines.getFirst().split(",")).indexOf(role.code());
            Set<String> permissions = new HashSet<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                if (cells.length > column && cells[column].equals("x")) {
                    permissions.add(cells[0]);
                }
            }
            return permissions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
