package vn.langso.notify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.identity.RoleHolders;
import vn.langso.identity.RoleHolders.Told;

/**
 * Puts notices on people's lists and bells and into the queues of their channels, and takes alarms off the top when they are over.
 *
 * <p>Each step is one short transaction of its own, never that of the poster: a device's message does not wait for people's rows.
 */
@Component
class Telling {

    private final NoticeStore store;
    private final StepStore steps;
    private final DeliveryStore deliveries;
    private final RoleHolders holders;
    private final Bells bells;
    private final List<Channel> channels;
    private final InstantSource clock;

    Telling(
            NoticeStore store,
            StepStore steps,
            DeliveryStore deliveries,
            RoleHolders holders,
            Bells bells,
            ObjectProvider<Channel> channels,
            InstantSource clock) {
        this.store = store;
        this.steps = steps;
        this.deliveries = deliveries;
        this.holders = holders;
        this.bells = bells;
        this.channels = channels.stream().toList();
        this.clock = clock;
    }

    /** Does one step that is due; false when there is none. */
    @Transactional
    boolean tellNext() {
        Instant now = clock.instant();
        Optional<Step> due = steps.nextDue(now);
        due.ifPresent(step -> tell(step, now));
        return due.isPresent();
    }

    /** Does what is left to do for one notice that is over; false when there is none. */
    @Transactional
    boolean quietNext() {
        Optional<UUID> over = store.nextToQuiet();
        over.ifPresent(this::quiet);
        return over.isPresent();
    }

    /** Nobody else is told of it, and it leaves the top of the lists; in the caller's transaction. */
    void quiet(UUID noticeId) {
        steps.callOff(noticeId);
        deliveries.callOff(noticeId, clock.instant());
        store.quiet(noticeId).forEach(bells::changed);
    }

    private void tell(Step step, Instant now) {
        Notice notice = store.findToTell(step.noticeId()).orElseThrow();
        if (step.isEscalation() && notice.isQuiet()) {
            steps.calledOff(step);
            return;
        }
        List<UUID> people =
                people(step.audience()).stream().map(Told::accountId).toList();
        List<UUID> fresh = store.tell(step, notice.isOpenAlarm() ? 0 : 1, people, now);
        for (Channel channel : channels) {
            channel.targets(fresh).forEach(target -> deliveries.enqueue(notice.id(), channel.name(), target, now));
        }
        fresh.forEach(bells::changed);
        steps.told(step, fresh.size());
    }

    private List<Told> people(Audience audience) {
        List<Told> people = new ArrayList<>(holders.open(audience.accounts()));
        if (audience.placeId() != null && audience.permission() != null) {
            people.addAll(holders.mayDo(audience.permission(), audience.placeId()));
        }
        if (audience.placeId() != null && !audience.roles().isEmpty()) {
            people.addAll(holders.inRoles(audience.roles(), audience.placeId()));
        }
        return people.stream()
                .filter(told -> !told.accountId().equals(audience.except()))
                .distinct()
                .toList();
    }
}
