package vn.langso.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import vn.langso.kernel.Texts;
import vn.langso.notify.Channel.Outcome;
import vn.langso.shell.Languages;

/**
 * Hands queued messages to their channels, many at once and each on a thread of its own, so that a slow service delays nobody else's.
 *
 * <p>A message is claimed for longer than a channel may take. Who is killed in between leaves the claim to run out; the try counts.
 */
@Component
class Carrier {

    /** Longer than the timeout of any channel. */
    static final Duration CLAIM = Duration.ofMinutes(1);

    /** Together some three hours: a phone without a network is the push service's business, a service that is down is ours. */
    static final List<Duration> BETWEEN_TRIES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(45),
            Duration.ofHours(2));

    private static final int MOST_AT_ONCE = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    private final DeliveryStore deliveries;
    private final NoticeStore notices;
    private final Map<String, Channel> channels;
    private final Languages languages;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("carrier-", 0).factory());
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    Carrier(
            DeliveryStore deliveries,
            NoticeStore notices,
            ObjectProvider<Channel> channels,
            Languages languages,
            InstantSource clock,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.notices = notices;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.languages = languages;
        this.clock = clock;
        this.meters = meters;
    }

    /** Takes what is due and starts to carry it; the answers come later. Only one thread calls it. */
    List<Future<?>> carryDue() {
        int most = free.availablePermits();
        if (most == 0) {
            return List.of();
        }
        List<Delivery> claimed = deliveries.claim(clock.instant(), CLAIM, most);
        free.acquireUninterruptibly(claimed.size());
        return claimed.stream().<Future<?>>map(this::start).toList();
    }

    private Future<?> start(Delivery delivery) {
        return threads.submit(() -> {
            try {
                carry(delivery);
            } catch (RuntimeException e) {
                // Left claimed: it is due again when the claim runs out.
                LOG.warn("A message could not be carried over {}: {}", delivery.channel(), e.toString());
            } finally {
                free.release();
            }
        });
    }

    private void carry(Delivery delivery) {
        Notice notice = notices.find(delivery.noticeId()).orElse(null);
        Channel channel = channels.get(delivery.channel());
        if (notice == null || channel == null || notice.isQuiet()) {
            deliveries.calledOff(delivery, clock.instant());
            return;
        }
        Texts t = languages.of(delivery.target().language());
        Outcome outcome = channel.deliver(new Channel.Message(
                delivery.target(),
                notice.id().toString(),
                notice.urgency(),
                notice.title(t),
                notice.body(t),
                notice.link()));
        finish(delivery, outcome);
    }

    private void finish(Delivery delivery, Outcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Outcome.HandedOver done -> {
                deliveries.handedOver(delivery, done.answer(), now);
                count(delivery, "handed-over");
            }
            case Outcome.Gone gone -> lost(delivery, gone.answer(), now);
            case Outcome.Refused refused -> lost(delivery, refused.answer(), now);
            case Outcome.Later later
            when delivery.attempt() > BETWEEN_TRIES.size() -> lost(delivery, later.answer(), now);
            case Outcome.Later later -> deliveries.again(delivery, now.plus(pause(delivery, later)), later.answer());
        }
    }

    private void lost(Delivery delivery, String answer, Instant now) {
        deliveries.notReached(delivery, answer, now);
        count(delivery, "not-reached");
    }

    private void count(Delivery delivery, String result) {
        meters.counter("langso.notify.delivered", "channel", delivery.channel(), "result", result)
                .increment();
    }

    private static Duration pause(Delivery delivery, Outcome.Later later) {
        Duration ours = BETWEEN_TRIES.get(delivery.attempt() - 1);
        return later.notBefore() == null || later.notBefore().compareTo(ours) < 0 ? ours : later.notBefore();
    }
}
