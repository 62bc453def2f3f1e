package vn.langso.iot.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.iot.DeviceCameBack;
import vn.langso.iot.DeviceId;
import vn.langso.iot.DeviceMessage;
import vn.langso.iot.DeviceMessageHandler;
import vn.langso.iot.Refusals;

/** What one transaction does with a batch: judge the numbers, hand on what is new, remember both. */
@Component
class Batch {

    /** No device of ours is older. */
    private static final Duration OLDEST = Duration.ofDays(400);

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Comparator<DeviceMessage> ORDER = Comparator.comparing(
                    (DeviceMessage message) -> message.device().value())
            .thenComparingLong(DeviceMessage::seq);

    private final LinkStore store;
    private final Map<String, DeviceMessageHandler> handlers;
    private final Refusals refusals;
    private final ApplicationEventPublisher events;
    private final Watched watched;
    private final InstantSource clock;

    Batch(
            LinkStore store,
            ObjectProvider<DeviceMessageHandler> handlers,
            Refusals refusals,
            ApplicationEventPublisher events,
            Watched watched,
            InstantSource clock) {
        this.store = store;
        this.handlers = handlers.stream().collect(Collectors.toMap(DeviceMessageHandler::deviceKind, each -> each));
        this.refusals = refusals;
        this.events = events;
        this.watched = watched;
        this.clock = clock;
    }

    /** Returns how many messages were new. Counts are right also when a batch is tried again: they are written after the commit. */
    @Transactional
    public int take(List<Heard> heard, List<Runnable> afterCommit) {
        Map<String, Link> links = lock(heard);
        Instant now = clock.instant();
        Map<String, List<DeviceMessage>> byKind = new HashMap<>();
        int fresh = 0;
        for (Heard one : heard) {
            Link link = links.get(one.device().value());
            if (link != null) {
                DeviceMessage message = judge(one, link, afterCommit);
                if (message != null) {
                    byKind.computeIfAbsent(one.account().kind(), kind -> new ArrayList<>())
                            .add(message);
                    fresh++;
                }
            }
        }
        byKind.forEach((kind, messages) -> {
            messages.sort(ORDER);
            DeviceMessageHandler handler = handlers.get(kind);
            if (handler != null) {
                handler.handle(List.copyOf(messages));
            }
            watched.saw(messages);
        });
        store.write(links.values().stream().map(Link::row).toList(), now);
        heard.stream()
                .filter(one -> isBack(one, links))
                .map(Heard::account)
                .distinct()
                .forEach(account ->
                        events.publishEvent(new DeviceCameBack(new DeviceId(account.id()), account.placeId(), now)));
        return fresh;
    }

    private static boolean isBack(Heard one, Map<String, Link> links) {
        Link link = links.get(one.device().value());
        return link != null && link.wasSilent();
    }

    private Map<String, Link> lock(List<Heard> heard) {
        Map<String, Link> links = new TreeMap<>();
        store.lock(heard.stream().map(one -> one.device().value()).collect(Collectors.toSet()))
                .forEach(row -> links.put(row.device(), new Link(row)));
        return links;
    }

    private @Nullable DeviceMessage judge(Heard one, Link link, List<Runnable> afterCommit) {
        if (one.seq() < 0) {
            long number = link.number(one.fingerprint());
            if (number < 0) {
                afterCommit.add(() -> refusals.note(one.device(), "double"));
                return null;
            }
            return message(one, number, link);
        }
        Link.Verdict verdict = link.take(one.seq());
        if (verdict == Link.Verdict.FRESH) {
            link.learn(one.sent(), one.receivedAt());
            return message(one, one.seq(), link);
        }
        if (verdict == Link.Verdict.DOUBLE) {
            afterCommit.add(() -> refusals.note(one.device(), "double"));
        } else {
            afterCommit.add(() -> refusals.count(one.device(), "replayed"));
        }
        return null;
    }

    private static DeviceMessage message(Heard one, long seq, Link link) {
        Instant at = one.at() == null ? null : one.at().minus(link.correction());
        boolean absurd = one.at() != null
                && (at == null
                        || at.isBefore(one.receivedAt().minus(OLDEST))
                        || at.isAfter(one.receivedAt().plus(AHEAD)));
        boolean doubtful = absurd || (one.at() == null && one.seq() >= 0);
        Instant right = at == null || absurd ? one.receivedAt() : at;
        return new DeviceMessage(
                one.device(),
                one.account().placeId(),
                one.kind(),
                seq,
                right,
                one.receivedAt(),
                doubtful,
                one.seq() >= 0 ? one.json() : completed(one, seq, right));
    }

    /** A device without numbers and times gets them here. */
    private static byte[] completed(Heard one, long seq, Instant at) {
        String rest = new String(one.json(), StandardCharsets.UTF_8).substring(1);
        String start = "{\"seq\":" + seq + ",\"at\":\"" + at + "\"" + (rest.equals("}") ? "" : ",");
        return (start + rest).getBytes(StandardCharsets.UTF_8);
    }
}
