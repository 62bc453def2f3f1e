package vn.langso.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsPortTest {

    @Test
    void metricsAreReadOnThisMachineOnly() throws Exception {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.counter("imports").increment();
        MetricsPort port = new MetricsPort(registry, 0);
        port.open();
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port.address().getPort() + "/metrics"))
                    .build();

            String answer = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();

            assertThat(answer).contains("imports_total 1.0");
            assertThat(port.address().getAddress().isLoopbackAddress()).isTrue();
        } finally {
            port.close();
        }
    }
}
