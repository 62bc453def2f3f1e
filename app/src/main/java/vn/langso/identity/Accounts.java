package vn.langso.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.identity.Account.Status;
import vn.langso.identity.OpeningTickets.Kept;
import vn.langso.identity.roles.Assignment;
import vn.langso.identity.roles.Roles;
import vn.langso.identity.secrets.Passwords;
import vn.langso.identity.secrets.Phone;
import vn.langso.identity.sessions.ApiTokens;
import vn.langso.identity.sessions.Sessions;
import vn.langso.kernel.Folding;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.shell.Caller;

/**
 * Accounts and the roles that they hold at places.
 *
 * <p>Changes are audited. An account may be changed only by somebody who covers every place where it holds a role, so that nobody gains
 * rights elsewhere by taking over an account.
 */
@Service
public class Accounts {

    static final String ADMINISTER = "accounts.administer";
    static final String OPEN = "accounts.open";
    static final String RECOVER = "accounts.recover";

    static final int LONGEST_NAME = 80;

    private final AccountStore store;
    private final Roles roles;
    private final OpeningTickets tickets;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Passwords passwords;
    private final Audit audit;
    private final InstantSource clock;

    Accounts(
            AccountStore store,
            Roles roles,
            OpeningTickets tickets,
            Sessions sessions,
            ApiTokens tokens,
            Passwords passwords,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.roles = roles;
        this.tickets = tickets;
        this.sessions = sessions;
        this.tokens = tokens;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes an account that is open at once, for the program (demo, first start). Doing it twice is doing it once: the account of this
     * name, number, role and place is given back. Refusals: IDN-001 phone, IDN-008 name.
     *
     * @return id of the account
     */
    @Transactional
    public UUID establish(Caller program, NewAccount wanted) {
        program.require(ADMINISTER, wanted.placeId());
        Account account = fresh(wanted.name(), wanted.phone(), Status.ACTIVE, wanted.personId());
        Phone phone = account.phone();
        if (phone != null) {
            for (Account known : store.activeWithPhone(phone)) {
                if (known.name().equals(account.name()) && holds(known.id(), wanted.role(), wanted.placeId())) {
                    return known.id();
                }
            }
        }
        insert(program, account, wanted.role(), wanted.placeId());
        if (wanted.password() != null) {
            store.setPassword(account.id(), passwords.hash(wanted.password()));
        }
        return account.id();
    }

    /**
     * Opens an account for a person of the register and gives the ticket to be printed. Needs {@code accounts.open} in the village.
     * Refusals: IDN-013 the person has an account (recover it instead), IDN-001 phone, IDN-008 name, IDN-004 too many.
     *
     * @param phone as known to the register; null when it has none
     */
    @Transactional
    public OpeningTicket openForResident(
            Caller caller, UUID personId, UUID villageId, String name, @Nullable String phone) {
        caller.require(OPEN, villageId);
        if (!store.ofPersons(List.of(personId)).isEmpty()) {
            throw Problem.of(IdentityProblem.HAS_ACCOUNT, Folding.clean(name)).asException();
        }
        Account account = fresh(name, phone, Status.WAITING, personId);
        insert(caller, account, Role.RESIDENT, villageId);
        return tickets.make(caller, account);
    }

    /**
     * Gives a new ticket for an account whose owner lost the phone: all sessions and tokens end, the password is dropped, and only the
     * ticket opens it. Needs {@code accounts.recover}; for accounts with more than a resident's role {@code accounts.administer}.
     * Refusals: IDN-007 unknown, IDN-024 beyond the caller's places, IDN-025 closed.
     */
    @Transactional
    public OpeningTicket recover(Caller caller, UUID accountId) {
        caller.require(RECOVER);
        Account account = within(caller, accountId);
        if (account.status() == Status.CLOSED) {
            throw Problem.of(IdentityProblem.CLOSED).asException();
        }
        if (account.hasPassword()) {
            store.setPassword(accountId, null);
            account = get(accountId);
        }
        change(caller, account, account.with(account.name(), account.phone(), Status.WAITING), "accounts.recover");
        shut(accountId);
        return tickets.make(caller, account);
    }

    /** The accounts of these register persons, by person; persons without one are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> ofPersons(Collection<UUID> personIds) {
        return store.ofPersons(personIds).stream()
                .collect(Collectors.toMap(
                        account -> Objects.requireNonNull(account.personId()), Account::id, (one, _) -> one));
    }

    /** A ticket for the first administrator; empty once one has opened an account. Each call makes a new ticket, the earlier is void. */
    @Transactional
    Optional<OpeningTicket> openFirst(Caller program, NewAccount wanted) {
        List<Account> holders = store.holdersOf(wanted.role());
        if (holders.stream().anyMatch(holder -> holder.status() != Status.WAITING)) {
            return Optional.empty();
        }
        if (!holders.isEmpty()) {
            return Optional.of(tickets.make(program, holders.getFirst()));
        }
        return Optional.of(openWithRole(program, wanted));
    }

    /** The open accounts that share this number. */
    @Transactional(readOnly = true)
    List<Account> activeWithPhone(Phone phone) {
        return store.activeWithPhone(phone);
    }

    /** The account of this number and password; takes the same time whether the number is known or not. Not in a transaction: it is slow. */
    Optional<UUID> byPassword(Phone phone, String password) {
        AccountStore.Kept kept = store.passwordOf(phone).orElse(null);
        boolean right = passwords.matches(password, kept == null ? null : kept.passwordHash());
        return kept != null && right ? Optional.of(kept.accountId()) : Optional.empty();
    }

    // ---- one's own

    /** The caller's account. */
    @Transactional(readOnly = true)
    Account own(Caller caller) {
        return get(caller.accountId());
    }

    /**
     * Sets the caller's own password and ends the other sessions. Refusals: IDN-027 the present one is wrong, IDN-009 the new one does not
     * do, IDN-010 the number has a password of another account.
     */
    @Transactional
    void setPassword(Caller caller, String present, String fresh) {
        Account account = get(caller.accountId());
        String kept = store.passwordOf(account.id()).orElse(null);
        if (kept != null && !passwords.matches(present, kept)) {
            throw Problem.at("present-password", IdentityProblem.PASSWORD_PRESENT)
                    .asException();
        }
        if (!Passwords.isFit(fresh, account.phone())) {
            throw Problem.at("new-password", IdentityProblem.PASSWORD_FORM, Passwords.SHORTEST, Passwords.LONGEST)
                    .asException();
        }
        try {
            store.setPassword(account.id(), passwords.hash(fresh));
        } catch (DuplicateKeyException e) {
            throw Problem.of(IdentityProblem.PHONE_TAKEN).asException();
        }
        sessions.endAll(account.id(), caller.credentialId());
        audit.changed(
                caller,
                new Change(
                        "accounts.password",
                        roles.placeToday(account.id(), caller.placeId()),
                        "account",
                        account.id(),
                        new Password(kept != null),
                        new Password(true)));
    }

    // ---- administration

    /** Makes an account for an officer and gives its ticket. Needs {@code accounts.administer} at the place. */
    @Transactional
    OpeningTicket openWithRole(Caller caller, NewAccount wanted) {
        caller.require(ADMINISTER, wanted.placeId());
        Account account = fresh(wanted.name(), wanted.phone(), Status.WAITING, null);
        insert(caller, account, wanted.role(), wanted.placeId());
        return tickets.make(caller, account);
    }

    /** Changes name and number. Refuses with IDN-011 when somebody else changed the account after {@code version}. */
    @Transactional
    void edit(Caller caller, UUID accountId, int version, String name, String typedPhone) {
        caller.require(ADMINISTER);
        Account before = within(caller, accountId);
        if (before.version() != version) {
            throw Problem.of(IdentityProblem.CHANGED_MEANWHILE).asException();
        }
        Phone phone = typedPhone.isBlank() ? null : phone(typedPhone);
        try {
            change(caller, before, before.with(name(name), phone, before.status()), "accounts.edit");
        } catch (DuplicateKeyException e) {
            throw Problem.at("phone", IdentityProblem.PHONE_TAKEN).asException();
        }
    }

    /** Closes the account for good: roles, sessions and tokens end now. */
    @Transactional
    void close(Caller caller, UUID accountId) {
        caller.require(ADMINISTER);
        if (accountId.equals(caller.accountId())) {
            throw Problem.of(IdentityProblem.OWN_ROLE).asException();
        }
        Account before = within(caller, accountId);
        change(caller, before, before.with(before.name(), before.phone(), Status.CLOSED), "accounts.close");
        LocalDate today = today();
        roles.of(accountId).stream().filter(held -> !held.isOverOn(today)).forEach(held -> endRole(caller, held));
        shut(accountId);
    }

    LocalDate today() {
        return roles.today();
    }

    // ---- inside

    /** The account, if the caller covers every place where it holds a role; without present roles, where it held one. */
    Account within(Caller caller, UUID accountId) {
        Account account = get(accountId);
        if (caller.isProgram()) {
            return account;
        }
        LocalDate today = today();
        List<Assignment> all = roles.of(accountId);
        List<Assignment> present =
                all.stream().filter(held -> !held.isOverOn(today)).toList();
        boolean covered = present.isEmpty()
                ? all.stream().anyMatch(held -> caller.scope().contains(held.placeId()))
                : present.stream().allMatch(held -> caller.scope().contains(held.placeId()));
        boolean residentsOnly = present.stream().allMatch(held -> held.role() == Role.RESIDENT);
        if (!covered || (!residentsOnly && !caller.may(ADMINISTER))) {
            throw Problem.of(IdentityProblem.BEYOND_REACH).asException();
        }
        return account;
    }

    private Account get(UUID accountId) {
        return store.find(accountId)
                .orElseThrow(() -> Problem.of(IdentityProblem.NO_ACCOUNT).asException());
    }

    private boolean holds(UUID accountId, Role role, UUID placeId) {
        return roles.of(accountId).stream()
                .anyMatch(held -> held.role() == role && held.placeId().equals(placeId));
    }

    private Account fresh(String name, @Nullable String phone, Status status, @Nullable UUID personId) {
        return new Account(
                Ids.next(),
                name(name),
                phone == null || phone.isBlank() ? null : phone(phone),
                "vi",
                status,
                false,
                personId,
                clock.instant().atOffset(ZoneOffset.UTC),
                0);
    }

    private void insert(Caller caller, Account account, Role role, UUID placeId) {
        store.insert(account);
        Assignment given = assignment(caller, account.id(), new RoleGrants.Wanted(role, placeId, today(), null));
        roles.give(given, caller.accountId());
        audit.changed(caller, new Change("accounts.open", placeId, "account", account.id(), null, Kept.of(account)));
        audit.changed(
                caller, new Change("roles.grant", placeId, "account", account.id(), null, RoleGrants.Held.of(given)));
    }

    private void change(Caller caller, Account before, Account after, String action) {
        if (!store.update(after)) {
            throw Problem.of(IdentityProblem.CHANGED_MEANWHILE).asException();
        }
        audit.changed(
                caller,
                new Change(
                        action,
                        roles.placeToday(before.id(), caller.placeId()),
                        "account",
                        before.id(),
                        Kept.of(before),
                        Kept.of(after)));
    }

    /** Ends a role: it did not hold today any more. The caller of this has checked that it may be done. */
    void endRole(Caller caller, Assignment held) {
        LocalDate yesterday = today().minusDays(1);
        LocalDate last = yesterday.isBefore(held.validFrom()) ? held.validFrom().minusDays(1) : yesterday;
        if (roles.end(held.id(), last)) {
            audit.changed(
                    caller,
                    new Change(
                            "roles.end", held.placeId(), "account", held.accountId(), RoleGrants.Held.of(held), null));
        }
    }

    /** What the audit keeps of a password: whether there was one. */
    record Password(boolean isSet) {}

    private void shut(UUID accountId) {
        sessions.endAll(accountId, null);
        tokens.endAll(accountId);
    }

    Assignment assignment(Caller caller, UUID accountId, RoleGrants.Wanted wanted) {
        Instant now = clock.instant();
        return new Assignment(
                Ids.next(),
                accountId,
                wanted.role(),
                wanted.placeId(),
                wanted.from(),
                wanted.to(),
                caller.name(),
                now.atOffset(ZoneOffset.UTC));
    }

    private static String name(String typed) {
        String name = Folding.clean(typed);
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.at("name", IdentityProblem.NAME_FORM, LONGEST_NAME).asException();
        }
        return name;
    }

    private static Phone phone(String typed) {
        return Phone.parse(typed).orElseThrow(Accounts::phoneRefused);
    }

    private static ProblemException phoneRefused() {
        return Problem.at("phone", IdentityProblem.PHONE_FORM).asException();
    }
}
