package vn.langso.approvals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.shell.Caller;
import vn.langso.shell.Live;

/**
 * Asks a second person, and lets that person agree or refuse. Of several answers at once the first one counts.
 *
 * <p>Refusals: APR-001 unknown, APR-002 one's own request, APR-003 closed already, APR-004 too late, APR-005 no reason, APR-006 somebody
 * else's request, APR-007 its end is past or too far, SHL-403 the permission is not held at the place now.
 */
@Service
public class Approvals {

    /** Beyond a week the situation in which somebody asked is another one. */
    static final Duration LONGEST = Duration.ofDays(7);

    private static final int LONGEST_REASON = 500;
    private static final int MOST_WAITING = 100;

    private final ApprovalStore store;
    private final Audit audit;
    private final Live live;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Approvals(ApprovalStore store, Audit audit, Live live, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks, in the caller's transaction; whether the caller may ask at all is the asking module's check. Refused: APR-005, APR-007.
     *
     * @return id under which {@link ApprovalGranted} or {@link ApprovalClosed} will come
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID request(Caller caller, ApprovalRequest request) {
        Instant now = clock.instant();
        reasonOf(request.reason());
        if (!request.expires().isAfter(now) || request.expires().isAfter(now.plus(LONGEST))) {
            throw Problem.of(ApprovalProblem.EXPIRY, LONGEST.toDays()).asException();
        }
        UUID id = Ids.next();
        store.insert(id, caller, request, now);
        audit.changed(
                caller,
                new Change(
                        "approvals.ask",
                        request.placeId(),
                        "approval",
                        id,
                        null,
                        Map.of("kind", request.kind(), "reason", request.reason(), "expires", request.expires())));
        events.publishEvent(
                new ApprovalAsked(id, request.kind(), request.placeId(), request.permission(), caller.accountId()));
        told(request.placeId());
        return id;
    }

    /** Agrees to it as the second person; {@link ApprovalGranted} goes to the asking module. */
    @Transactional
    public void approve(Caller caller, UUID id) {
        Approval asked = answerable(caller, id);
        close(caller, asked, ApprovalState.GRANTED, null);
        events.publishEvent(new ApprovalGranted(
                id, asked.kind(), asked.placeId(), asked.requesterId(), caller.accountId(), store.payload(id)));
    }

    /** Refuses it as the second person, with a reason that the asking person will read. */
    @Transactional
    public void reject(Caller caller, UUID id, String reason) {
        Approval asked = answerable(caller, id);
        close(caller, asked, ApprovalState.REJECTED, reasonOf(reason));
        events.publishEvent(closed(asked, ApprovalState.REJECTED));
    }

    /** Takes one's own request back. */
    @Transactional
    public void withdraw(Caller caller, UUID id) {
        Approval asked = get(id);
        if (!asked.requesterId().equals(caller.accountId())) {
            throw Problem.of(ApprovalProblem.NOT_THE_REQUESTER).asException();
        }
        close(caller, asked, ApprovalState.WITHDRAWN, null);
        events.publishEvent(closed(asked, ApprovalState.WITHDRAWN));
    }

    /** What waits for this caller, the first to expire first, at most a hundred. */
    @Transactional(readOnly = true)
    public List<Approval> open(Caller caller) {
        return store.waitingFor(caller, clock.instant(), MOST_WAITING);
    }

    /** What this caller asked for, newest first; {@code before} is the id of the last one of the page before. */
    @Transactional(readOnly = true)
    public List<Approval> askedBy(Caller caller, @Nullable UUID before, int limit) {
        return store.askedBy(caller.accountId(), before, limit);
    }

    /** One request, for who asked and for who may answer; APR-001 for all others, so that ids tell nothing. */
    @Transactional(readOnly = true)
    public Approval get(Caller caller, UUID id) {
        Approval asked = get(id);
        if (!asked.requesterId().equals(caller.accountId()) && !caller.may(asked.permission(), asked.placeId())) {
            throw Problem.of(ApprovalProblem.UNKNOWN).asException();
        }
        return asked;
    }

    /** One request; APR-001 when there is none. Checks nobody's right: for other modules. */
    @Transactional(readOnly = true)
    public Approval get(UUID id) {
        return store.find(id)
                .orElseThrow(() -> Problem.of(ApprovalProblem.UNKNOWN).asException());
    }

    /** Ends what nobody agreed to in time; called every minute. */
    @Transactional
    public void expire() {
        for (Approval asked : store.expire(clock.instant())) {
            audited(Caller.program("approvals"), asked, ApprovalState.EXPIRED, null);
            events.publishEvent(closed(asked, ApprovalState.EXPIRED));
            told(asked.placeId());
        }
    }

    /** Removes what was closed before this time; the audit keeps who did what. */
    @Transactional
    void purge(Instant before) {
        store.purge(before);
    }

    private Approval answerable(Caller caller, UUID id) {
        Approval asked = get(caller, id);
        if (asked.requesterId().equals(caller.accountId())) {
            throw Problem.of(ApprovalProblem.OWN_REQUEST).asException();
        }
        caller.require(asked.permission(), asked.placeId());
        return asked;
    }

    private void close(Caller caller, Approval asked, ApprovalState state, @Nullable String answer) {
        Instant now = clock.instant();
        if (!store.close(asked.id(), state, caller, answer, now)) {
            boolean late = asked.state() == ApprovalState.WAITING
                    && !asked.expiresAt().toInstant().isAfter(now);
            throw Problem.of(late ? ApprovalProblem.EXPIRED : ApprovalProblem.CLOSED)
                    .asException();
        }
        audited(caller, asked, state, answer);
        told(asked.placeId());
    }

    private void audited(Caller caller, Approval asked, ApprovalState state, @Nullable String answer) {
        audit.changed(
                caller,
                new Change(
                        "approvals." + state.code(),
                        asked.placeId(),
                        "approval",
                        asked.id(),
                        Map.of("kind", asked.kind(), "requester", asked.requesterId()),
                        answer == null ? Map.of() : Map.of("answer", answer)));
    }

    private void told(UUID placeId) {
        live.changed("approvals." + placeId);
    }

    private static ApprovalClosed closed(Approval asked, ApprovalState state) {
        return new ApprovalClosed(asked.id(), asked.kind(), asked.placeId(), asked.requesterId(), state);
    }

    private static String reasonOf(String given) {
        String reason = given.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Problem.at("reason", ApprovalProblem.REASON_NEEDED, LONGEST_REASON)
                    .asException();
        }
        return reason;
    }
}
