package vn.langso.iot.intake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import vn.langso.iot.broker.Broker;
import vn.langso.iot.broker.BrokerSettings;
import vn.langso.iot.broker.Topics;

/** This copy's connection to the broker, ours or another. Connects again by itself; its session at the broker outlives it. Thread safe. */
@Component
class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private static final MqttClientExecutorConfig THREADS =
            MqttClientExecutorConfig.builder().nettyThreads(1).build();
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Broker broker;
    private final BrokerSettings settings;
    private final IntakeSettings intake;
    private volatile @Nullable Mqtt5AsyncClient client;

    Line(Broker broker, BrokerSettings settings, IntakeSettings intake) {
        this.broker = broker;
        this.settings = settings;
        this.intake = intake;
    }

    /**
     * Connects and hands over whatever comes; what is not acknowledged comes again with the next connection.
     *
     * @param name of this copy of the program, the same after a restart
     */
    void open(String name, Consumer<Mqtt5Publish> receiver) {
        Broker.Door door = settings.isEmbedded() ? broker.door() : door(settings.url());
        Mqtt5ClientBuilder builder = Mqtt5Client.builder()
                .identifier((settings.isEmbedded() ? door.user() : "langso-intake") + "." + name)
                .serverHost(door.host())
                .serverPort(door.port())
                .executorConfig(THREADS)
                .automaticReconnect()
                .initialDelay(1, TimeUnit.SECONDS)
                .maxDelay(LONGEST_PAUSE.toSeconds(), TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .addConnectedListener(context -> subscribe())
                .addDisconnectedListener(context ->
                        LOG.info("The broker is away: {}", context.getCause().getMessage()));
        if (!door.user().isEmpty()) {
            builder = builder.simpleAuth()
                    .username(door.user())
                    .password(door.key().getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        if (door.tls()) {
            builder = builder.sslWithDefaultConfig();
        }
        Mqtt5AsyncClient fresh = builder.buildAsync();
        client = fresh;
        fresh.publishes(MqttGlobalPublishFilter.ALL, receiver, true);
        var _ = fresh.connectWith()
                .cleanStart(false)
                .noSessionExpiry()
                .keepAlive(KEEP_ALIVE_SECONDS)
                .restrictions()
                .receiveMaximum(intake.inFlight())
                .applyRestrictions()
                .send()
                .whenComplete((connected, problem) -> {
                    if (problem != null) {
                        LOG.warn("The broker cannot be reached: {}", problem.getMessage());
                    }
                });
    }

    private void subscribe() {
        Mqtt5AsyncClient open = client;
        if (open == null) {
            return;
        }
        var _ = open.subscribeWith()
                .addSubscriptions(Topics.UP.stream()
                        .map(filter -> Mqtt5Subscription.builder()
                                .topicFilter("$share/" + Topics.GROUP + "/" + filter)
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .build())
                        .toList())
                .send()
                .whenComplete((subscribed, problem) -> {
                    if (problem != null) {
                        LOG.warn("The broker refuses to tell of messages: {}", problem.getMessage());
                    }
                });
    }

    /** Completes when the broker has it; exceptionally when there is no connection. */
    CompletableFuture<Mqtt5PublishResult> publish(String topic, byte[] payload, long expirySeconds) {
        Mqtt5AsyncClient open = client;
        if (open == null || !open.getState().isConnected()) {
            return CompletableFuture.failedFuture(new IllegalStateException("no connection"));
        }
        return open.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .messageExpiryInterval(expirySeconds)
                .send();
    }

    /** Whether anybody has ever subscribed to the topic; true where that cannot be known. */
    boolean isHeard(String topic) {
        return !settings.isEmbedded() || broker.isHeard(topic);
    }

    boolean isConnected() {
        Mqtt5AsyncClient open = client;
        return open != null && open.getState().isConnected();
    }

    /** Leaves; the session stays. */
    void close() {
        Mqtt5AsyncClient open = client;
        client = null;
        if (open != null) {
            try {
                open.disconnectWith().noSessionExpiry().send().get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
                LOG.debug("The broker was left without a word", e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Of a broker of one's own: mqtt://user:password@host:port. */
    static Broker.Door door(String url) {
        URI uri = URI.create(url);
        boolean tls = "mqtts".equals(uri.getScheme());
        String[] user = uri.getUserInfo() == null ? new String[] {"", ""} : (uri.getUserInfo() + ":").split(":", -1);
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? TLS_PORT : PLAIN_PORT;
        return new Broker.Door(uri.getHost(), port, tls, user[0], user[1]);
    }
}
