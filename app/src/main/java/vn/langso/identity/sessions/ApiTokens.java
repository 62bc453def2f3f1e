package vn.langso.identity.sessions;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.identity.roles.Assignment;
import vn.langso.identity.roles.Roles;
import vn.langso.identity.secrets.Secrets;
import vn.langso.kernel.Folding;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.Role;
import vn.langso.shell.Caller;

/** Tokens for programs that ask in somebody's name: limited to one role of their maker, shown once, kept as a hash. */
@Service
public class ApiTokens {

    /** Enough for every program that one person feeds, few enough to be looked through. */
    static final int MOST = 20;

    static final int LONGEST_NAME = 80;

    private final TokenStore store;
    private final Roles roles;
    private final Audit audit;
    private final InstantSource clock;
    private final boolean demo;

    /** A token as its owner sees it. */
    public record Line(
            UUID id,
            String name,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime expiresAt,
            @Nullable OffsetDateTime lastUsedAt,
            Role role,
            UUID placeId) {}

    ApiTokens(
            TokenStore store, Roles roles, Audit audit, InstantSource clock, @Value("${langso.mode:run}") String mode) {
        this.store = store;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
        this.demo = "demo".equals(mode);
    }

    /**
     * Gives the account a token whose value is chosen by the program; for the personas of the demo, refused in every other mode. Doing it
     * twice is doing it once.
     */
    @Transactional
    public void fixed(Caller program, UUID accountId, String name, String value) {
        if (!demo || !program.isProgram()) {
            throw new IllegalStateException("Tokens of a fixed value exist in the demo only");
        }
        Assignment assignment = roles.holdingToday(accountId).getFirst();
        store.insert(Ids.next(), Secrets.hash(value), assignment, name, clock.instant(), null);
    }

    /** Makes a token in the caller's present role. Refusals: IDN-019 name, IDN-020 too many. Returns its value, which is not kept. */
    @Transactional
    public String make(Caller caller, String typedName, Duration life) {
        String name = Folding.clean(typedName);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.at("name", SessionProblem.TOKEN_NAME, LONGEST_NAME).asException();
        }
        if (store.of(caller.accountId()).size() >= MOST) {
            throw Problem.of(SessionProblem.TOKENS_MANY, MOST).asException();
        }
        Assignment assignment = roles.holdingToday(caller.accountId()).stream()
                .filter(held -> held.role() == caller.role() && held.placeId().equals(caller.placeId()))
                .findFirst()
                .orElseThrow(() -> Problem.of(SessionProblem.NO_ROLE).asException());
        String value = "ls_" + Secrets.value();
        UUID id = Ids.next();
        store.insert(
                id,
                Secrets.hash(value),
                assignment,
                name,
                clock.instant(),
                clock.instant().plus(life));
        audit.changed(caller, new Change("tokens.make", caller.placeId(), "api-token", id, null, new Named(name)));
        return value;
    }

    @Transactional(readOnly = true)
    public List<Line> of(Caller caller) {
        return store.of(caller.accountId());
    }

    /** Ends one of the caller's tokens at once; another's are left alone. */
    @Transactional
    public void revoke(Caller caller, UUID tokenId) {
        store.delete(caller.accountId(), tokenId)
                .ifPresent(name -> audit.changed(
                        caller,
                        new Change("tokens.revoke", caller.placeId(), "api-token", tokenId, new Named(name), null)));
    }

    /** Ends all tokens of the account at once, in the caller's transaction; returns how many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int endAll(UUID accountId) {
        return store.deleteAll(accountId);
    }

    /** What the audit keeps of a token. */
    record Named(String name) {}
}
