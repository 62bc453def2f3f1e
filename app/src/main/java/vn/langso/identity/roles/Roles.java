package vn.langso.identity.roles;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.kernel.Role;
import vn.langso.kernel.Texts;

/** The roles of accounts at places. Who calls has checked that it may be done, and audits it. */
@Service
public class Roles {

    private final AssignmentStore store;
    private final RolePermissions permissions;
    private final InstantSource clock;

    Roles(AssignmentStore store, RolePermissions permissions, InstantSource clock) {
        this.store = store;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** The day by which roles hold or do not. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Texts.ZONE);
    }

    /** What this role may do, wherever it is held. */
    public Set<String> permissions(Role role) {
        return permissions.of(role);
    }

    /** The roles that hold today, the one with the least rights first. */
    @Transactional(readOnly = true)
    public List<Assignment> holdingToday(UUID accountId) {
        LocalDate today = today();
        return of(accountId).stream()
                .filter(assignment -> assignment.holdsOn(today))
                .sorted(Comparator.comparing(Assignment::role).thenComparing(Assignment::id))
                .toList();
    }

    /** The place that a change of the account belongs to: where it holds a role today, else this one. */
    @Transactional(readOnly = true)
    public @Nullable UUID placeToday(UUID accountId, @Nullable UUID otherwise) {
        List<Assignment> holding = holdingToday(accountId);
        return holding.isEmpty() ? otherwise : holding.getFirst().placeId();
    }

    /** All roles of the account, past and future ones too, the latest first. */
    @Transactional(readOnly = true)
    public List<Assignment> of(UUID accountId) {
        return store.of(List.of(accountId));
    }

    /** All roles of these accounts, past and future ones too, the latest first. */
    @Transactional(readOnly = true)
    public List<Assignment> of(Collection<UUID> accounts) {
        return store.of(accounts);
    }

    /** The roles that may do this. */
    public Set<Role> holding(String permission) {
        return permissions.holding(permission);
    }

    /** Who holds one of these roles at one of these places today, in the order of their ids. */
    @Transactional(readOnly = true)
    public List<Holder> holders(Collection<Role> roles, Collection<UUID> places) {
        return store.holders(roles, places, today());
    }

    /** Those of these accounts that are open or wait to be opened, in the order of their ids. */
    @Transactional(readOnly = true)
    public List<Holder> holders(Collection<UUID> accounts) {
        return store.holders(accounts);
    }

    /** Keeps a role in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(Assignment assignment, UUID givenBy) {
        store.insert(assignment, givenBy);
    }

    /** Ends a role in the caller's transaction; false when it ended that day or earlier already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(UUID assignmentId, LocalDate lastDay) {
        return store.end(assignmentId, lastDay);
    }
}
