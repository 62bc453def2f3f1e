package vn.langso.iot.broker;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

import vn.langso.iot.DeviceId;
import vn.langso.iot.Refusals;

/**
 * How much a device may send. One that sends too quickly is not read from for a while, so that its own sending waits; nobody else's does.
 */
final class Limits implements MQTTInterceptor {

    private static final double MILLIS = 1000;

    private final BrokerSettings settings;
    private final Refusals refusals;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    Limits(BrokerSettings settings, Refusals refusals, InstantSource clock) {
        this.settings = settings;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** False ends the connection. */
    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (packet instanceof MqttConnectMessage connect) {
            return isOwnName(connect.payload().userName(), connect.payload().clientIdentifier());
        }
        if (packet instanceof MqttPublishMessage publish) {
            return mayPublish(publish, connection);
        }
        return true;
    }

    /** A session belongs to a client's name, so a device may only take names of its own: its id, or its id, a dot and anything. */
    private static boolean isOwnName(@Nullable String user, String client) {
        return user != null && (client.equals(user) || client.startsWith(user + "."));
    }

    private boolean mayPublish(MqttPublishMessage publish, RemotingConnection connection) {
        String client = connection.getClientID();
        if (client == null || client.startsWith(DeviceSecurity.INTAKE)) {
            return true;
        }
        int dot = client.indexOf('.');
        String device = dot < 0 ? client : client.substring(0, dot);
        if (publish.payload().readableBytes() > settings.largest().toBytes()) {
            refusals.count(new DeviceId(device), "too-large");
            return false;
        }
        long wait = buckets.computeIfAbsent(
                        device, name -> new Bucket(settings.perSecond(), settings.burst(), clock.millis()))
                .take(clock.millis());
        if (wait > 0 && connection.getTransportConnection() instanceof NettyConnection netty) {
            refusals.note(new DeviceId(device), "slowed-down");
            Channel channel = netty.getChannel();
            channel.config().setAutoRead(false);
            var _ = channel.eventLoop().schedule(() -> channel.config().setAutoRead(true), wait, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    /** So many at once, then so many a second. */
    private static final class Bucket {

        private final double perMilli;
        private final int burst;
        private double left;
        private long at;

        Bucket(int perSecond, int burst, long now) {
            this.perMilli = perSecond / MILLIS;
            this.burst = burst;
            this.left = burst;
            this.at = now;
        }

        /** How many milliseconds to wait before the next. */
        synchronized long take(long now) {
            left = Math.min(burst, left + Math.max(0, now - at) * perMilli) - 1;
            at = now;
            return left >= 0 ? 0 : (long) Math.ceil(-left / perMilli);
        }
    }
}
