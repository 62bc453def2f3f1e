package vn.langso.iot.broker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import vn.langso.iot.Refusals;
import vn.langso.iot.accounts.Account;
import vn.langso.iot.accounts.AccountWatcher;
import vn.langso.iot.accounts.DeviceAccounts;

/**
 * Starts and stops the broker inside the program.
 *
 * <p>Addresses are never made by publishing to them: Artemis loses now and then the first message to an address made so. Those of a device
 * are made with it, and again at each start; what the intake listens to is there before the first device can connect.
 */
@Component
@EnableConfigurationProperties(BrokerSettings.class)
public class Broker implements AccountWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    private static final int JOURNAL_FILE_BYTES = 4 << 20;
    private static final int ADDRESS_BYTES = 4 << 20;
    private static final int PAGE_BYTES = 1 << 20;

    /** Group commit: writes of this many nanoseconds are forced to disk together. */
    private static final int JOURNAL_WAIT_NANOS = 1_500_000;

    static {
        // On Java 24 and later Netty does without Unsafe unless told otherwise; then it frees only buffers that it made
        // itself and throws for
        // Artemis' own, so that a journal with something in it cannot be read. Until Artemis frees them otherwise (2.53
        // does not).
        System.setProperty("io.netty.noUnsafe", "false");
    }

    private final BrokerSettings settings;
    private final Path folder;
    private final DeviceAccounts accounts;
    private final Refusals refusals;
    private final InstantSource clock;
    private final String intakeKey = key();
    private volatile @Nullable EmbeddedActiveMQ embedded;

    Broker(
            BrokerSettings settings,
            @Value("${langso.data}") Path data,
            DeviceAccounts accounts,
            Refusals refusals,
            InstantSource clock) {
        this.settings = settings;
        this.folder = data.resolve("broker").toAbsolutePath();
        this.accounts = accounts;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Where the intake connects, and as whom. */
    public record Door(String host, int port, boolean tls, String user, String key) {}

    /** Starts it; throws when it cannot, and may be called again then. */
    public synchronized void start() throws Exception {
        if (embedded != null) {
            return;
        }
        EmbeddedActiveMQ fresh = new EmbeddedActiveMQ();
        fresh.setConfiguration(configuration());
        fresh.setSecurityManager(new DeviceSecurity(accounts, refusals, intakeKey));
        try {
            fresh.start();
            ActiveMQServer server = fresh.getActiveMQServer();
            if (!server.isStarted() || !server.waitForActivation(30, java.util.concurrent.TimeUnit.SECONDS)) {
                throw new IllegalStateException("The broker does not start");
            }
            server.getRemotingService().addIncomingInterceptor(new Limits(settings, refusals, clock));
            embedded = fresh;
            accounts.watch(this);
            for (Acceptor acceptor : server.getRemotingService().getAcceptors().values()) {
                acceptor.start();
            }
            LOG.info("MQTT: {}:{}", settings.host(), door().port());
        } catch (Exception e) {
            embedded = null;
            fresh.stop();
            throw e;
        }
    }

    /** Stops it; what was acknowledged is on disk. */
    public synchronized void stop() {
        EmbeddedActiveMQ running = embedded;
        embedded = null;
        accounts.leave(this);
        if (running != null) {
            try {
                running.stop();
            } catch (Exception e) {
                LOG.warn("The broker does not stop well: {}", e.getMessage());
            }
        }
    }

    /** Whether it runs here. */
    public boolean isRunning() {
        return embedded != null;
    }

    /** Where the intake connects; only while it runs. */
    public Door door() {
        return new Door(settings.host(), settings.port(), false, DeviceSecurity.INTAKE, intakeKey);
    }

    /** Whether anybody has ever subscribed to the commands of this topic; Artemis acknowledges also what nobody listens to. */
    public boolean isHeard(String topic) {
        EmbeddedActiveMQ running = embedded;
        if (running == null) {
            return true;
        }
        try {
            return !running.getActiveMQServer()
                    .bindingQuery(SimpleString.of(Topics.address(topic)))
                    .getQueueNames()
                    .isEmpty();
        } catch (Exception e) {
            LOG.debug("The subscribers of {} are not known", topic, e);
            return true;
        }
    }

    /** Connections of devices and the intake now. */
    public int connections() {
        EmbeddedActiveMQ running = embedded;
        return running == null ? 0 : running.getActiveMQServer().getConnectionCount();
    }

    @Override
    public void changed(Account account) {
        EmbeddedActiveMQ running = embedded;
        if (running == null) {
            return;
        }
        ActiveMQServer server = running.getActiveMQServer();
        if (account.active()) {
            Stream.concat(Topics.publishedBy(account).stream(), Topics.heardBy(account).stream())
                    .forEach(topic -> address(server, Topics.address(topic)));
        } else {
            disconnect(server, account.id());
        }
    }

    private static void address(ActiveMQServer server, String name) {
        SimpleString address = SimpleString.of(name);
        try {
            if (server.getAddressInfo(address) == null) {
                server.addAddressInfo(new AddressInfo(address, RoutingType.MULTICAST).setAutoCreated(false));
            }
        } catch (Exception e) {
            throw new IllegalStateException("The address " + name + " cannot be made", e);
        }
    }

    private static void disconnect(ActiveMQServer server, String id) {
        for (RemotingConnection connection : server.getRemotingService().getConnections()) {
            String client = connection.getClientID();
            if (client != null && (client.equals(id) || client.startsWith(id + "."))) {
                connection.fail(new ActiveMQException("The device is cut off"));
                connection.getTransportConnection().forceClose();
            }
        }
    }

    private Configuration configuration() throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("langso")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setJournalFileSize(JOURNAL_FILE_BYTES)
                .setJournalMinFiles(2)
                .setJournalSyncNonTransactional(true)
                .setJournalSyncTransactional(true)
                .setJournalBufferTimeout_NIO(JOURNAL_WAIT_NANOS)
                .setGlobalMaxSize(settings.memory().toBytes())
                .setScheduledThreadPoolMaxSize(2)
                .setThreadPoolMaxSize(8)
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                // a device that was cut off does not get in again by what is remembered
                .setAuthenticationCacheSize(0)
                .setMaxDiskUsage(-1);
        configuration.setJournalPoolFiles(4);
        configuration.setCriticalAnalyzer(false);
        configuration.addAddressSetting("#", addresses());
        for (String filter : Topics.UP) {
            String address = Topics.address(filter);
            configuration.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName(address)
                    .addRoutingType(RoutingType.MULTICAST)
                    .addQueueConfiguration(QueueConfiguration.of(Topics.GROUP + "." + address)
                            .setAddress(address)
                            .setRoutingType(RoutingType.MULTICAST)
                            .setDurable(true)));
        }
        acceptors(configuration);
        return configuration;
    }

    private AddressSettings addresses() {
        return new AddressSettings()
                .setAutoCreateAddresses(false)
                .setAutoDeleteAddresses(false)
                // a queue is a subscription here, and a device may make that of its own commands alone
                .setAutoCreateQueues(true)
                .setAutoDeleteQueues(false)
                .setMaxSizeBytes(ADDRESS_BYTES)
                .setPageSizeBytes(PAGE_BYTES)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                // the intake says when it has had enough
                .setMaxDeliveryAttempts(-1);
    }

    private void acceptors(Configuration configuration) throws Exception {
        String common = "?protocols=MQTT;nioRemotingThreads=2;useEpoll=false;useKQueue=false;autoStart=false"
                + ";closeMqttConnectionOnPublishAuthorizationFailure=false;connectionsAllowed=" + settings.connections()
                + ";maximumPacketSize=" + (settings.largest().toBytes() + 1024);
        configuration.addAcceptorConfiguration("mqtt", "tcp://" + settings.host() + ":" + settings.port() + common);
        if (settings.tlsPort() >= 0) {
            configuration.addAcceptorConfiguration(
                    "mqtts",
                    "tcp://" + settings.tlsHost() + ":" + settings.tlsPort() + common
                            + ";sslEnabled=true;keyStoreType=PKCS12;keyStorePath=" + encoded(settings.tlsStore())
                            + ";keyStorePassword=" + encoded(settings.tlsPassword()));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String key() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
