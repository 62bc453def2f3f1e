package vn.langso.sim;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import org.jspecify.annotations.Nullable;

/**
 * MQTT 5 over TCP. All links of the process share two network threads. Every connection is a new client of the same name: the broker keeps
 * the session, and what was not acknowledged is sent again from the outbox, not by the client.
 */
final class MqttLink implements Link {

    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final MqttClientExecutorConfig THREADS =
            MqttClientExecutorConfig.builder().nettyThreads(2).build();

    private final FleetFile fleet;
    private final FleetFile.CabinetSpec cabinet;
    private @Nullable Mqtt5AsyncClient client;

    MqttLink(FleetFile fleet, FleetFile.CabinetSpec cabinet) {
        this.fleet = fleet;
        this.cabinet = cabinet;
    }

    @Override
    public synchronized CompletableFuture<Void> connect(
            List<String> topics, BiConsumer<String, byte[]> receiver, Runnable lost) {
        disconnect();
        Mqtt5ClientBuilder builder = Mqtt5Client.builder()
                .identifier(cabinet.device())
                .serverHost(fleet.host())
                .serverPort(fleet.port())
                .executorConfig(THREADS)
                .addDisconnectedListener(context -> lost.run());
        if (!cabinet.key().isEmpty()) {
            builder = builder.simpleAuth()
                    .username(cabinet.device())
                    .password(cabinet.key().getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        Mqtt5AsyncClient fresh = builder.buildAsync();
        client = fresh;
        fresh.publishes(
                MqttGlobalPublishFilter.ALL,
                publish -> receiver.accept(publish.getTopic().toString(), publish.getPayloadAsBytes()));
        return fresh.connectWith()
                .cleanStart(false)
                .noSessionExpiry()
                .keepAlive(KEEP_ALIVE_SECONDS)
                .send()
                .thenCompose(connected -> fresh.subscribeWith()
                        .addSubscriptions(topics.stream()
                                .map(topic -> Mqtt5Subscription.builder()
                                        .topicFilter(topic)
                                        .qos(MqttQos.AT_LEAST_ONCE)
                                        .build())
                                .toList())
                        .send())
                .thenAccept(subscribed -> {});
    }

    @Override
    public synchronized CompletableFuture<Void> publish(String topic, byte[] payload) {
        if (client == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("not connected"));
        }
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send()
                .handle((result, problem) -> {
                    // A refusal is an answer too: the message is done with, and asking again would not help.
                    if (problem instanceof Mqtt5PubAckException refusal) {
                        System.err.println(
                                topic + ": " + refusal.getMqttMessage().getReasonCode());
                    } else if (problem != null) {
                        throw new CompletionException(problem);
                    }
                    return null;
                });
    }

    @Override
    public synchronized void disconnect() {
        Mqtt5AsyncClient old = client;
        client = null;
        if (old != null && old.getState().isConnectedOrReconnect()) {
            // The session stays, so the broker keeps what comes for this device.
            old.disconnectWith().noSessionExpiry().send();
        }
    }
}
