package vn.langso.notify.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.kernel.Ids;
import vn.langso.kernel.MasterKey;

/**
 * A push service for the demo and for tests: answers as RFC 8030 says, as its address demands, and reads what it is given with the keys of
 * a browser of its own. Listens on this machine only.
 */
@Component
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class SandboxPush implements DisposableBean {

    private static final String HOST = "https://push.sandbox.invalid/";
    private static final int KEPT = 50;
    private static final byte[] AUTH = "sandbox-browser!".getBytes(StandardCharsets.US_ASCII);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair browser;
    private final JsonMapper json;
    private final InstantSource clock;
    private final HttpServer server;
    private final Deque<Arrived> arrived = new ConcurrentLinkedDeque<>();

    SandboxPush(MasterKey master, JsonMapper json, InstantSource clock) throws IOException {
        byte[] half = master.sealer("push-sandbox").hash("browser");
        byte[] secret = new byte[32];
        System.arraycopy(half, 0, secret, 16, half.length);
        this.browser = P256.pairOf(secret);
        this.json = json;
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** How the sandbox answers; the first part of an endpoint's path. */
    enum Trigger {
        ACCEPTED(201),
        MISSING(404),
        GONE(410),
        TOO_LARGE(413),
        TOO_OFTEN(429),
        DOWN(503);

        private final int status;

        Trigger(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Trigger of(String code) {
            for (Trigger trigger : values()) {
                if (trigger.code().equals(code)) {
                    return trigger;
                }
            }
            return MISSING;
        }
    }

    /** One message as a browser would have shown it. */
    record Arrived(Instant at, int status, String urgency, String title, String body, String url, String tag) {}

    /** What a browser of the sandbox hands in to be reached; each call is another device. */
    Subscriptions.Offer offer(Trigger trigger, String language, String device) {
        return new Subscriptions.Offer(
                HOST + trigger.code() + "/" + Ids.next(),
                BASE64.encodeToString(P256.bytes((ECPublicKey) browser.getPublic())),
                BASE64.encodeToString(AUTH),
                language,
                device);
    }

    boolean isOwn(String endpoint) {
        return endpoint.startsWith(HOST);
    }

    /** Where the endpoint really listens. */
    URI address(URI endpoint) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + endpoint.getRawPath());
    }

    /** What has arrived since the start, the newest first. */
    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    @Override
    public void destroy() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            Trigger trigger = Trigger.of(exchange.getRequestURI().getPath().replaceFirst("^/([^/]*).*$", "$1"));
            int status = isWellFormed(exchange) ? trigger.status() : 400;
            if (status != 400) {
                status = keep(status, sent);
            }
            if (status == 429) {
                exchange.getResponseHeaders().set("Retry-After", "30");
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static boolean isWellFormed(HttpExchange exchange) {
        String ttl = exchange.getRequestHeaders().getFirst("TTL");
        String sender = exchange.getRequestHeaders().getFirst("Authorization");
        return "POST".equals(exchange.getRequestMethod())
                && "aes128gcm".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                && ttl != null
                && ttl.matches("\\d+")
                && sender != null
                && sender.matches("vapid t=[\\w-]+\\.[\\w-]+\\.[\\w-]+, k=[\\w-]+");
    }

    private int keep(int status, byte[] sent) {
        try {
            JsonNode shown = json.readTree(PushSeal.open(browser, AUTH, sent));
            arrived.addFirst(new Arrived(
                    clock.instant(),
                    status,
                    shown.path("urgency").asString(""),
                    shown.path("title").asString(""),
                    shown.path("body").asString(""),
                    shown.path("url").asString(""),
                    shown.path("tag").asString("")));
        } catch (IllegalArgumentException _) {
            return 400;
        }
        while (arrived.size() > KEPT) {
            arrived.pollLast();
        }
        return status;
    }
}
