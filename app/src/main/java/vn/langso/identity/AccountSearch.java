package vn.langso.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.identity.roles.Assignment;
import vn.langso.identity.roles.Roles;
import vn.langso.identity.secrets.Phone;
import vn.langso.kernel.Folding;
import vn.langso.shell.Caller;

/** Finds accounts for those who handle them; each look is kept. */
@Service
class AccountSearch {

    private final Accounts accounts;
    private final AccountStore store;
    private final Roles roles;
    private final Audit audit;

    AccountSearch(Accounts accounts, AccountStore store, Roles roles, Audit audit) {
        this.accounts = accounts;
        this.store = store;
        this.roles = roles;
        this.audit = audit;
    }

    /** An account with all its roles, ended ones too. */
    record Entry(Account account, List<Assignment> assignments) {}

    /** What somebody is looking for in the list of accounts. */
    record Search(String text, String afterName, UUID afterId, int limit) {}

    /** Accounts with a role in the caller's places by name; those who do not administer see residents alone. */
    @Transactional
    List<Entry> search(Caller caller, Search wanted) {
        caller.require(Accounts.RECOVER);
        String folded = Folding.fold(wanted.text());
        Phone phone = Phone.parse(wanted.text()).orElse(null);
        String words = folded.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        if (phone == null && words.isEmpty() && !folded.isEmpty()) {
            return List.of();
        }
        List<Account> found = store.page(new AccountStore.Query(
                phone != null || words.isEmpty() ? null : words.replace(" ", ":* & ") + ":*",
                phone,
                caller.scope(),
                !caller.may(Accounts.ADMINISTER),
                wanted.afterName(),
                wanted.afterId(),
                wanted.limit()));
        audit.looked(
                caller,
                "accounts.list",
                caller.placeId(),
                found.stream().map(Account::id).toList());
        return withRoles(found);
    }

    /** One account for those who may handle it. Refusals: IDN-007, IDN-024. */
    @Transactional
    Entry look(Caller caller, UUID accountId) {
        caller.require(Accounts.RECOVER);
        Account account = accounts.within(caller, accountId);
        audit.looked(caller, "accounts.page", caller.placeId(), Set.of(accountId));
        return withRoles(List.of(account)).getFirst();
    }

    private List<Entry> withRoles(List<Account> found) {
        Map<UUID, List<Assignment>> held = roles
                .of(found.stream().map(Account::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Assignment::accountId));
        return found.stream()
                .map(account -> new Entry(account, held.getOrDefault(account.id(), List.of())))
                .toList();
    }
}
