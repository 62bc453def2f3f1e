package vn.langso.identity;

import java.util.Map;
import java.util.UUID;

import vn.langso.identity.roles.Roles;
import vn.langso.kernel.Role;
import vn.langso.places.Place;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;

/** Residents' accounts for the access matrix. */
class IdentityAccessSamples implements AccessSamples {

    private final Accounts accounts;
    private final Roles roles;

    IdentityAccessSamples(Accounts accounts, Roles roles) {
        this.accounts = accounts;
        this.roles = roles;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        String teacher = resident(program, "Lê Văn Bên", own);
        String elsewhere = resident(program, "Lê Văn Kia", foreign);
        return Map.of(
                "assignment.own", roleOf(teacher),
                "assignment.foreign", roleOf(elsewhere),
                "account.own", resident(program, "Lê Thị Gần", own),
                "account.foreign", resident(program, "Lê Thị Xa", foreign),
                "account-for-roles.own", teacher,
                "account-for-roles.foreign", elsewhere,
                "account-to-close.own", resident(program, "Lê Văn Gần", own),
                "account-to-close.foreign", resident(program, "Lê Văn Xa", foreign));
    }

    private String roleOf(String account) {
        return roles.holdingToday(UUID.fromString(account)).getFirst().id().toString();
    }

    private String resident(Caller program, String name, Place village) {
        return accounts.establish(program, new NewAccount(name, null, Role.RESIDENT, village.id()))
                .toString();
    }
}
