package vn.langso.notify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * Posts notices and answers for each reader's own list.
 *
 * <p>People are told within milliseconds after the poster's transaction has committed, by {@link Telling}; nothing of it can fail that
 * transaction.
 */
@Service
public class Notices {

    private final NoticeStore store;
    private final StepStore steps;
    private final DeliveryStore deliveries;
    private final Bells bells;
    private final Wake wake;
    private final Audit audit;
    private final Telling telling;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Notices(
            NoticeStore store,
            StepStore steps,
            DeliveryStore deliveries,
            Bells bells,
            Wake wake,
            Audit audit,
            Telling telling,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.steps = steps;
        this.deliveries = deliveries;
        this.bells = bells;
        this.wake = wake;
        this.audit = audit;
        this.telling = telling;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the notice in the caller's transaction. A key that is known already changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(NewNotice notice) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        if (!store.insert(id, notice, now)) {
            return;
        }
        steps.insert(id, 0, now, notice.audience());
        int number = 1;
        for (Escalation escalation : notice.escalations()) {
            steps.insert(id, number++, now.plus(escalation.after()), escalation.audience());
        }
        events.publishEvent(new NoticePosted(id, notice.placeId(), notice.urgency()));
        wake.afterCommit();
    }

    /**
     * Says, in the caller's transaction, that the matter is over: nobody else is told, and an alarm leaves the top of the lists. Unknown
     * keys change nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(String key) {
        if (store.settle(key, clock.instant())) {
            wake.afterCommit();
        }
    }

    /**
     * Says "I have it" for everybody who was told; the first one counts, later ones change nothing. NTF-001 when the caller was not told.
     */
    @Transactional
    public void acknowledge(Caller caller, UUID noticeId) {
        Notice notice = get(caller, noticeId).notice();
        if (store.acknowledge(noticeId, caller, clock.instant())) {
            telling.quiet(noticeId);
            audit.changed(
                    caller,
                    new Change(
                            "notify.acknowledge",
                            notice.placeId(),
                            "notice",
                            noticeId,
                            null,
                            Map.of("key", notice.key())));
        }
        markSeen(caller, noticeId);
    }

    /** How far the notice of this key has come; empty when there is none. Checks nobody's right: for the posting module. */
    @Transactional(readOnly = true)
    public Optional<Reach> reach(String key) {
        return store.idOf(key).map(deliveries::reach);
    }

    /** The caller's own list: open alarms first, then newest first. */
    @Transactional(readOnly = true)
    List<NoticeLine> list(Caller caller, boolean unseenOnly, @Nullable ListPosition after, int limit) {
        return store.list(caller.accountId(), unseenOnly, after, limit);
    }

    /** One notice of the caller's own; NTF-001 when the caller was not told of it. */
    @Transactional(readOnly = true)
    NoticeLine get(Caller caller, UUID noticeId) {
        return store.line(caller.accountId(), noticeId)
                .orElseThrow(() -> Problem.of(NotifyProblem.UNKNOWN).asException());
    }

    /** Marks one notice of the caller's as seen, or all when the id is null. Leaves no audit row: it is reading. */
    @Transactional
    void markSeen(Caller caller, @Nullable UUID noticeId) {
        if (store.seen(caller.accountId(), noticeId, clock.instant())) {
            bells.changed(caller.accountId());
        }
    }

    @Transactional
    void purge(Instant before) {
        store.purge(before);
    }
}
