package vn.langso.identity.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.identity.roles.Roles;
import vn.langso.identity.secrets.Secrets;
import vn.langso.identity.sessions.SessionStore.Holder;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

/**
 * Turns a cookie or token into a {@link Caller}: one indexed read, the rest from memory.
 *
 * <p>A role covers its place, what lies below, and the history of the places that went into it.
 */
@Component
class Callers implements SignIns {

    /** The time of last use is written at most this often, so that reading pages does not write. */
    static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    /** Longer values were never handed out. */
    private static final int LONGEST_VALUE = 128;

    private final SessionStore sessions;
    private final TokenStore tokens;
    private final Roles roles;
    private final Places places;
    private final SessionSettings settings;
    private final InstantSource clock;

    Callers(
            SessionStore sessions,
            TokenStore tokens,
            Roles roles,
            Places places,
            SessionSettings settings,
            InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.roles = roles;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> bySession(String cookie, String address) {
        if (cookie.length() > LONGEST_VALUE) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Holder> holder = sessions.holder(Secrets.hash(cookie), now, roles.today());
        holder.filter(found -> isDue(found.usedAt(), now))
                .ifPresent(found ->
                        sessions.seen(found.credentialId(), now, now.plus(settings.idle(found.role())), address));
        return holder.map(this::caller);
    }

    @Override
    public Optional<Caller> byToken(String token) {
        if (token.length() > LONGEST_VALUE) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Holder> holder = tokens.holder(Secrets.hash(token), now, roles.today());
        holder.filter(found -> isDue(found.usedAt(), now)).ifPresent(found -> tokens.used(found.credentialId(), now));
        return holder.map(this::caller);
    }

    private static boolean isDue(@Nullable Instant usedAt, Instant now) {
        return usedAt == null || usedAt.plus(SEEN_EVERY).isBefore(now);
    }

    private Caller caller(Holder holder) {
        return new Caller(
                holder.accountId(),
                holder.name(),
                holder.role(),
                holder.placeId(),
                roles.permissions(holder.role()),
                scope(holder.placeId()),
                holder.personId(),
                holder.credentialId());
    }

    private Set<UUID> scope(UUID placeId) {
        PlaceTree tree = places.tree();
        return tree.find(placeId).isPresent() ? tree.covered(placeId) : Set.of();
    }
}
