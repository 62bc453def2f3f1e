package vn.langso.platform;

import java.lang.management.ManagementFactory;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the person at the console where the program answers, once it does. */
@Component
class ReadyLine {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLine.class);

    private volatile int port;

    @EventListener
    void opened(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready(ApplicationReadyEvent event) {
        if (port <= 0) {
            return;
        }
        String seconds = String.format(
                Locale.ROOT, "%.1f", ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
        LOG.info("Sẵn sàng sau {} s / ready in {} s: http://localhost:{}", seconds, seconds, port);
        String address = event.getApplicationContext().getEnvironment().getProperty("server.address", "0.0.0.0");
        if (address.equals("0.0.0.0")) {
            localAddress()
                    .ifPresent(host -> LOG.info("Trong mạng nội bộ / in the local network: http://{}:{}", host, port));
        }
    }

    private static Optional<String> localAddress() {
        try {
            List<NetworkInterface> interfaces =
                    NetworkInterface.networkInterfaces().toList();
            return interfaces.stream()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
                    .map(address -> address.getHostAddress())
                    .findFirst();
        } catch (SocketException e) {
            LOG.debug("The addresses of this machine cannot be read", e);
            return Optional.empty();
        }
    }
}
