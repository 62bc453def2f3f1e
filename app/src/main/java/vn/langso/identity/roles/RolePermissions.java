package vn.langso.identity.roles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.langso.kernel.Role;

/** What each role may do: the table {@code access/permissions.csv}, read once. */
@Component
class RolePermissions {

    private static final String FILE = "/access/permissions.csv";

    private final Map<Role, Set<String>> granted = new EnumMap<>(Role.class);

    RolePermissions() {
        try (InputStream in = RolePermissions.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            List<String[]> rows = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .toList();
            String[] head = rows.getFirst();
            for (int column = 1; column < head.length; column++) {
                granted.put(role(head[column]), column(rows, column));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> of(Role role) {
        return granted.getOrDefault(role, Set.of());
    }

    /** The roles that hold the permission. */
    Set<Role> holding(String permission) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        granted.forEach((role, permissions) -> {
            if (permissions.contains(permission)) {
                roles.add(role);
            }
        });
        return roles;
    }

    private static Set<String> column(List<String[]> rows, int column) {
        Set<String> names = new HashSet<>();
        for (String[] row : rows.subList(1, rows.size())) {
            if (row.length != rows.getFirst().length) {
                throw new IllegalStateException(FILE + " has a row of another length: " + row[0]);
            }
            if ("x".equals(row[column].strip())) {
                names.add(row[0].strip());
            }
        }
        return Set.copyOf(names);
    }

    private static Role role(String code) {
        return Role.ofCode(code.strip())
                .orElseThrow(() -> new IllegalStateException(FILE + " names an unknown role: " + code));
    }
}
