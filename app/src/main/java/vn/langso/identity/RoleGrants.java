package vn.langso.identity;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.identity.roles.Assignment;
import vn.langso.identity.roles.Roles;
import vn.langso.kernel.Problem;
import vn.langso.kernel.Role;
import vn.langso.shell.Caller;

/** Gives and ends roles; only by administrators of the place, to accounts within their reach. */
@Service
class RoleGrants {

    private final Accounts accounts;
    private final Roles roles;
    private final Audit audit;

    RoleGrants(Accounts accounts, Roles roles, Audit audit) {
        this.accounts = accounts;
        this.roles = roles;
        this.audit = audit;
    }

    /** What is to be given: a role at a place, until a last day or without end. */
    record Wanted(
            Role role,
            UUID placeId,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** Gives a role at a place. Refusals: IDN-016 dates, IDN-017 the role holds already. */
    @Transactional
    void grant(Caller caller, UUID accountId, Wanted wanted) {
        UUID placeId = wanted.placeId();
        LocalDate to = wanted.to();
        caller.require(Accounts.ADMINISTER, placeId);
        accounts.within(caller, accountId);
        if (to != null && to.isBefore(wanted.from())) {
            throw Problem.at("to", IdentityProblem.DATES_FORM).asException();
        }
        LocalDate today = accounts.today();
        boolean twice = roles.of(accountId).stream()
                .anyMatch(held ->
                        held.role() == wanted.role() && held.placeId().equals(placeId) && !held.isOverOn(today));
        if (twice) {
            throw Problem.at("role", IdentityProblem.ROLE_TWICE).asException();
        }
        Assignment given = accounts.assignment(caller, accountId, wanted);
        roles.give(given, caller.accountId());
        audit.changed(caller, new Change("roles.grant", placeId, "account", accountId, null, Held.of(given)));
    }

    /** Ends a role now: its sessions and tokens may do nothing more. One's own present role stays. */
    @Transactional
    void end(Caller caller, UUID accountId, UUID assignmentId) {
        caller.require(Accounts.ADMINISTER);
        accounts.within(caller, accountId);
        Assignment held = roles.of(accountId).stream()
                .filter(candidate -> candidate.id().equals(assignmentId))
                .findFirst()
                .orElseThrow(() -> Problem.of(IdentityProblem.NO_ACCOUNT).asException());
        caller.require(Accounts.ADMINISTER, held.placeId());
        if (accountId.equals(caller.accountId())
                && held.role() == caller.role()
                && held.placeId().equals(caller.placeId())) {
            throw Problem.of(IdentityProblem.OWN_ROLE).asException();
        }
        accounts.endRole(caller, held);
    }

    /** What the audit keeps of a role. */
    record Held(
            String role,
            UUID placeId,
            LocalDate from,
            @Nullable LocalDate to) {

        static Held of(Assignment assignment) {
            return new Held(
                    assignment.role().code(), assignment.placeId(), assignment.validFrom(), assignment.validTo());
        }
    }
}
