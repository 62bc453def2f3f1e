package vn.langso.iot.intake;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;

import vn.langso.iot.Devices.Registered;

/** A device of a test, over the network. */
final class Gadget implements AutoCloseable {

    private static final MqttClientExecutorConfig THREADS =
            MqttClientExecutorConfig.builder().nettyThreads(2).build();

    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Registered account;
    private final Mqtt5AsyncClient client;

    Gadget(Registered account, int port) {
        this(account, account.id().value(), port);
    }

    Gadget(Registered account, String name, int port) {
        this.account = account;
        this.client = Mqtt5Client.builder()
                .identifier(name)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .executorConfig(THREADS)
                .simpleAuth()
                .username(account.id().value())
                .password(account.key().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildAsync();
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                publish -> heard.add(new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8)));
    }

    CompletableFuture<?> connecting() {
        return client.connectWith().cleanStart(false).noSessionExpiry().send();
    }

    Gadget connect() {
        connecting().orTimeout(10, TimeUnit.SECONDS).join();
        return this;
    }

    void subscribe(String filter) {
        client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .orTimeout(2, TimeUnit.SECONDS)
                .join();
    }

    CompletableFuture<Mqtt5PublishResult> publish(String topic, String payload) {
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    CompletableFuture<Mqtt5PublishResult> state(long seq) {
        return publish(
                "langso/v1/" + account.id() + "/state",
                "{\"seq\":" + seq + ",\"at\":\"2026-11-23T08:00:00.000Z\",\"mode\":\"remote\",\"circuits\":[]}");
    }

    @Override
    public void close() {
        if (client.getState().isConnected()) {
            client.disconnectWith()
                    .noSessionExpiry()
                    .send()
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
        }
    }
}
