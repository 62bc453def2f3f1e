package vn.langso.iot.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.iot.DeviceId;
import vn.langso.iot.DownMessage;
import vn.langso.iot.Downlink;
import vn.langso.iot.DownlinkListener;
import vn.langso.iot.accounts.Account;
import vn.langso.iot.accounts.DeviceAccounts;
import vn.langso.iot.adapters.Adapters;
import vn.langso.iot.adapters.Order;

/** The way down over the intake's connection. */
@Component
class MqttDownlink implements Downlink {

    private static final Logger LOG = LoggerFactory.getLogger(MqttDownlink.class);

    private final Line line;
    private final DeviceAccounts accounts;
    private final Adapters adapters;
    private final LinkStore store;
    private final ObjectProvider<DownlinkListener> listeners;
    private final InstantSource clock;

    MqttDownlink(
            Line line,
            DeviceAccounts accounts,
            Adapters adapters,
            LinkStore store,
            ObjectProvider<DownlinkListener> listeners,
            InstantSource clock) {
        this.line = line;
        this.accounts = accounts;
        this.adapters = adapters;
        this.store = store;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRED)
    public long nextSequence(DeviceId device) {
        return store.nextDownSequence(device.value());
    }

    @Override
    public void send(DownMessage message) {
        Optional<Account> account = accounts.find(message.device().value()).filter(Account::active);
        if (account.isEmpty()) {
            failed(message, "unknown-device");
            return;
        }
        long seconds = Duration.between(clock.instant(), message.expires()).toSeconds();
        if (seconds <= 0) {
            failed(message, "expired");
            return;
        }
        List<Order> orders;
        try {
            orders = orders(account.get(), message);
        } catch (JacksonException _) {
            orders = List.of();
        }
        if (orders.isEmpty()) {
            failed(message, "unsuitable");
            return;
        }
        if (orders.stream().noneMatch(order -> line.isHeard(order.topic()))) {
            failed(message, "not-subscribed");
            return;
        }
        CompletableFuture<?>[] parts = orders.stream()
                .map(order -> line.publish(order.topic(), order.payload().getBytes(StandardCharsets.UTF_8), seconds)
                        .thenAccept(MqttDownlink::requireSubscriber))
                .toArray(CompletableFuture<?>[]::new);
        var _ = CompletableFuture.allOf(parts).whenComplete((all, problem) -> tell(message, problem));
    }

    private List<Order> orders(Account account, DownMessage message) throws JacksonException {
        return adapters.of(account.adapter())
                .map(adapter -> adapter.tell(account, JsonMapper.shared().readTree(message.json())))
                .orElseGet(() -> List.of(new Order(
                        "langso/v1/" + account.id() + "/cmd", new String(message.json(), StandardCharsets.UTF_8))));
    }

    private static void requireSubscriber(Mqtt5PublishResult result) {
        if (result instanceof Mqtt5PublishResult.Mqtt5Qos1Result qos1
                && qos1.getPubAck().getReasonCode() == Mqtt5PubAckReasonCode.NO_MATCHING_SUBSCRIBERS) {
            throw new NobodyListens();
        }
    }

    private void tell(DownMessage message, @Nullable Throwable problem) {
        Throwable cause = problem != null && problem.getCause() != null ? problem.getCause() : problem;
        if (cause == null) {
            each(listener -> listener.handedOver(message.id(), clock.instant()));
        } else if (cause instanceof NobodyListens) {
            failed(message, "not-subscribed");
        } else if (cause instanceof Mqtt5PubAckException) {
            failed(message, "refused");
        } else {
            failed(message, "no-broker");
        }
    }

    private void failed(DownMessage message, String why) {
        each(listener -> listener.failed(message.id(), why));
    }

    private void each(java.util.function.Consumer<DownlinkListener> call) {
        listeners.forEach(listener -> {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("What became of a command cannot be written down", e);
            }
        });
    }

    private static final class NobodyListens extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
