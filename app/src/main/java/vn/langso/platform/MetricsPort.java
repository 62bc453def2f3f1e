package vn.langso.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Answers {@code /metrics} in Prometheus' text format on a port of its own, on this machine only.
 *
 * <p>The JDK's small server: a second one of Spring's would cost a fifth of the time of a start.
 */
@Component
class MetricsPort {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsPort.class);

    private final PrometheusMeterRegistry registry;
    private final int port;
    private volatile @Nullable HttpServer server;

    MetricsPort(PrometheusMeterRegistry registry, @Value("${langso.metrics-port:-1}") int port) {
        this.registry = registry;
        this.port = port;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() throws IOException {
        if (port < 0) {
            return;
        }
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        opened.createContext("/metrics", this::answer);
        opened.start();
        server = opened;
        LOG.info(
                "Số đo / metrics: http://localhost:{}/metrics",
                opened.getAddress().getPort());
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        HttpServer open = server;
        if (open != null) {
            open.stop(0);
        }
    }

    /** Where it answers; only while open. */
    InetSocketAddress address() {
        return Objects.requireNonNull(server).getAddress();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = registry.scrape().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
