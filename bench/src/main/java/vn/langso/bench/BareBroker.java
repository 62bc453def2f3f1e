package vn.langso.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * The same broker without the program: what the machine can do at all. An idle subscriber with a session makes it keep every message, its
 * journal is synced before a message is acknowledged. A process of its own: {@code BareBroker FOLDER PORT}, until its input ends.
 */
final class BareBroker {

    private BareBroker() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int port = Integer.parseInt(args[1]);
        Configuration configuration = new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDatasync(true)
                .setJournalSyncNonTransactional(true)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT");
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.start();
        idleSubscriber(port);
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // Until whoever started it is gone.
        }
        broker.stop();
    }

    private static void idleSubscriber(int port) {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .identifier("idle")
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildBlocking();
        client.connectWith().noSessionExpiry().send();
        client.subscribeWith()
                .topicFilter("langso/v1/+/state")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
        client.publishWith()
                .topic("langso/v1/none/evt")
                .payload("warm".getBytes(StandardCharsets.UTF_8))
                .send();
        client.disconnectWith().noSessionExpiry().send();
    }
}
