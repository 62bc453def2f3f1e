package vn.langso.identity;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.identity.Account.Status;
import vn.langso.identity.roles.Roles;
import vn.langso.identity.secrets.Passwords;
import vn.langso.identity.secrets.Phone;
import vn.langso.identity.secrets.Secrets;
import vn.langso.identity.secrets.Throttle;
import vn.langso.identity.secrets.Throttle.Limit;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.shell.Caller;

/** Makes and takes the printed codes by which accounts are opened. */
@Service
class OpeningTickets {

    private static final int CODE_LETTERS = 12;
    private static final Duration KEPT_AFTER_END = Duration.ofDays(90);

    private final TicketStore store;
    private final AccountStore accounts;
    private final Roles roles;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Audit audit;
    private final IdentitySettings settings;
    private final InstantSource clock;

    OpeningTickets(
            TicketStore store,
            AccountStore accounts,
            Roles roles,
            Passwords passwords,
            Throttle throttle,
            Audit audit,
            IdentitySettings settings,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the account's one ticket; an earlier one is void. The caller has checked that this may be done. */
    @Transactional
    OpeningTicket make(Caller caller, Account account) {
        if (!caller.isProgram() && !throttle.allows(Limit.TICKET_PER_MAKER, String.valueOf(caller.accountId()))) {
            throw Problem.of(IdentityProblem.TOO_OFTEN).asException();
        }
        String code = Secrets.letters(CODE_LETTERS);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(settings.ticketLife());
        store.dropUnused(account.id());
        store.insert(Ids.next(), Secrets.hash(code), account.id(), caller.accountId(), now, expiresAt);
        return new OpeningTicket(account.id(), account.name(), code, expiresAt.atOffset(ZoneOffset.UTC));
    }

    /** Whose ticket this is; empty when it is unknown, used or too old. Ask {@link #mayTry} first. */
    @Transactional(readOnly = true)
    Optional<Account> find(String typed) {
        return store.find(Secrets.hash(bare(typed)), clock.instant())
                .flatMap(accounts::find)
                .filter(account -> account.status() != Status.CLOSED);
    }

    /** False when this address has tried too many codes. */
    boolean mayTry(String address) {
        return throttle.allows(Limit.TICKET_PER_ADDRESS, Throttle.network(address));
    }

    /**
     * Opens the account with the phone number of its owner. Refusals: IDN-012 unknown code, IDN-010 another account has a password for
     * the number.
     *
     * @param password null keeps it without one
     */
    @Transactional
    Account use(String typed, Phone phone, @Nullable String password) {
        Account account = store.use(Secrets.hash(bare(typed)), clock.instant())
                .flatMap(accounts::find)
                .filter(found -> found.status() != Status.CLOSED)
                .orElseThrow(() -> Problem.of(IdentityProblem.TICKET_UNKNOWN).asException());
        if (password != null && takenByAnother(phone, account.id())) {
            throw Problem.at("phone", IdentityProblem.PHONE_TAKEN).asException();
        }
        Account open = account.with(account.name(), phone, Status.ACTIVE);
        if (!accounts.update(open)) {
            throw Problem.of(IdentityProblem.CHANGED_MEANWHILE).asException();
        }
        if (password != null) {
            accounts.setPassword(account.id(), passwords.hash(password));
        }
        audit.changed(
                Caller.program("opening-ticket"),
                new Change(
                        "accounts.opened",
                        roles.placeToday(account.id(), null),
                        "account",
                        account.id(),
                        Kept.of(account),
                        Kept.of(open)));
        return open;
    }

    @Transactional
    int purge() {
        return store.purge(clock.instant().minus(KEPT_AFTER_END));
    }

    private boolean takenByAnother(Phone phone, UUID accountId) {
        return accounts.passwordOf(phone)
                .filter(kept -> !kept.accountId().equals(accountId))
                .isPresent();
    }

    /** The letters alone: spaces, dashes and small letters are how people type it. */
    static String bare(String typed) {
        String start = typed.substring(0, Math.min(typed.length(), 64));
        return Normalizer.normalize(start, Normalizer.Form.NFKC)
                .replaceAll("[^0-9A-Za-z]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** What the audit keeps of an account: the number masked. */
    record Kept(String name, @Nullable String phone, Status status) {

        static Kept of(Account account) {
            Phone phone = account.phone();
            return new Kept(account.name(), phone == null ? null : phone.masked(), account.status());
        }
    }
}
