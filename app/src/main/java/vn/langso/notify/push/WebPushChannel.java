package vn.langso.notify.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.notify.Channel;
import vn.langso.notify.Urgency;

/** Hands messages to the push services of browsers (RFC 8030). */
@Component
class WebPushChannel implements Channel {

    /** What an answer may ask us to wait at most; a service that wants more is down for us. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** A text that fits any service with room to spare: 4096 bytes with everything around it. */
    private static final int LONGEST_BODY = 600;

    private final SubscriptionStore store;
    private final PushGate gate;
    private final Vapid vapid;
    private final PushSettings settings;
    private final JsonMapper json;
    private final InstantSource clock;
    private final HttpClient http;

    WebPushChannel(
            SubscriptionStore store,
            PushGate gate,
            Vapid vapid,
            PushSettings settings,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.gate = gate;
        this.vapid = vapid;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return "web-push";
    }

    @Override
    public List<Target> targets(Collection<UUID> accountIds) {
        return accountIds.isEmpty()
                ? List.of()
                : store.of(accountIds).stream()
                        .map(one -> new Target(one.accountId(), one.id(), one.language()))
                        .toList();
    }

    @Override
    public Outcome deliver(Message message) {
        Subscription browser = store.find(message.target().id()).orElse(null);
        if (browser == null || !browser.accountId().equals(message.target().accountId())) {
            return new Outcome.Gone("turned off");
        }
        Optional<URI> endpoint = gate.allowed(browser.endpoint());
        if (endpoint.isEmpty()) {
            return new Outcome.Refused("service not allowed");
        }
        try {
            HttpResponse<Void> answer =
                    http.send(request(message, browser, endpoint.get()), HttpResponse.BodyHandlers.discarding());
            return outcome(browser, answer.statusCode(), retryAfter(answer));
        } catch (IOException e) {
            return new Outcome.Later(e.getClass().getSimpleName(), null);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Later("interrupted", null);
        }
    }

    private HttpRequest request(Message message, Subscription browser, URI endpoint) throws IOException {
        byte[] sealed = browser.seal(content(message));
        return HttpRequest.newBuilder(gate.callable(endpoint))
                .timeout(settings.patience())
                .header("Authorization", vapid.authorization(endpoint))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", Long.toString(life(message.urgency()).toSeconds()))
                .header("Urgency", message.urgency() == Urgency.NEWS ? "normal" : "high")
                // A message that still waits at the service is replaced by its repeat.
                .header("Topic", message.tag().replace("-", ""))
                .POST(HttpRequest.BodyPublishers.ofByteArray(sealed))
                .build();
    }

    /** What the service worker shows. The link goes by the notice, so that it is seen when it is tapped. */
    private byte[] content(Message message) {
        String body = message.body();
        return json.writeValueAsBytes(Map.of(
                "tag",
                message.tag(),
                "urgency",
                message.urgency().code(),
                "lang",
                message.target().language(),
                "title",
                message.title(),
                "body",
                body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) : body,
                "url",
                "/notices/" + message.tag()));
    }

    private Outcome outcome(Subscription browser, int status, @Nullable Duration retryAfter) {
        String answer = Integer.toString(status);
        if (status >= 200 && status < 300) {
            store.reached(browser.id(), clock.instant());
            return new Outcome.HandedOver(answer);
        }
        if (status == 404 || status == 410) {
            store.drop(browser.id());
            return new Outcome.Gone(answer);
        }
        if (status == 408 || status == 429 || status >= 500) {
            return new Outcome.Later(answer, retryAfter);
        }
        return new Outcome.Refused(answer);
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .orElse(null);
    }

    /** How long a service keeps it for a phone without a network; an old alarm is worse than none. */
    private static Duration life(Urgency urgency) {
        return switch (urgency) {
            case ALARM -> Duration.ofHours(2);
            case WARNING -> Duration.ofDays(1);
            case NEWS -> Duration.ofDays(3);
        };
    }
}
