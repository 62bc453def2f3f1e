package vn.langso.iot.broker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the broker.
 *
 * @param url "embedded", "off", or mqtt://user:password@host:port (mqtts:// with TLS) of a broker of one's own
 * @param host address that the embedded one listens at without encryption
 * @param port its port
 * @param tlsHost address that it listens at with TLS
 * @param tlsPort its port; off below 0
 * @param tlsStore PKCS 12 file with the certificate for TLS
 * @param tlsPassword its password
 * @param largest greatest message of a device; who sends a larger one is disconnected
 * @param perSecond messages of one device a second; what is more waits in the device's connection
 * @param burst so many may come at once, after silence
 * @param connections at most so many at a time
 * @param memory of messages that wait; beyond it they wait on disk
 */
@ConfigurationProperties("langso.iot.broker")
public record BrokerSettings(
        @DefaultValue("embedded") String url,
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("1883") int port,
        @DefaultValue("0.0.0.0") String tlsHost,
        @DefaultValue("-1") int tlsPort,
        @DefaultValue("") String tlsStore,
        @DefaultValue("") String tlsPassword,
        @DefaultValue("64KB") DataSize largest,
        @DefaultValue("100") int perSecond,
        @DefaultValue("2000") int burst,
        @DefaultValue("5000") int connections,
        @DefaultValue("16MB") DataSize memory) {

    public boolean isEmbedded() {
        return url.equals("embedded");
    }

    public boolean isOff() {
        return url.equals("off");
    }
}
