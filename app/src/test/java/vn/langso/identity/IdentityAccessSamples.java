package vn.langso.identity;

import java.util.Map;

import vn.langso.kernel.Role;
import vn.langso.places.Place;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;

/** Residents' accounts for the access matrix. */
class IdentityAccessSamples implements AccessSamples {

    private final Accounts accounts;

    IdentityAccessSamples(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        return Map.of(
                "account.own", resident(program, "Lê Thị Gần", own),
                "account.foreign", resident(program, "Lê Thị Xa", foreign),
                "account-for-roles.own", resident(program, "Lê Văn Bên", own),
                "account-for-roles.foreign", resident(program, "Lê Văn Kia", foreign),
                "account-to-close.own", resident(program, "Lê Văn Gần", own),
                "account-to-close.foreign", resident(program, "Lê Văn Xa", foreign));
    }

    private String resident(Caller program, String name, Place village) {
        return accounts.establish(program, new NewAccount(name, null, Role.RESIDENT, village.id()))
                .toString();
    }
}
