package vn.langso.identity.roles;

import org.junit.jupiter.api.Test;

import vn.langso.kernel.Role;

import static org.assertj.core.api.Assertions.assertThat;

class RolePermissionsTest {

    private final RolePermissions permissions = new RolePermissions();

    @Test
    void administratorChangesSettingsAndTheResidentDoesNot() {
        assertThat(permissions.of(Role.ADMINISTRATOR)).contains("settings.change", "accounts.administer");
        assertThat(permissions.of(Role.RESIDENT)).doesNotContain("settings.change", "accounts.open", "households.read");
    }

    @Test
    void whoOpensAccountsMayRecoverThem() {
        for (Role role : Role.values()) {
            if (permissions.of(role).contains("accounts.open")) {
                assertThat(permissions.of(role)).as(role.code()).contains("accounts.recover");
            }
        }
    }
}
