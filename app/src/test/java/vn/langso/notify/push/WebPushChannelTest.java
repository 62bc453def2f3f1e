package vn.langso.notify.push;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.kernel.Ids;
import vn.langso.kernel.MasterKey;
import vn.langso.notify.Channel.Message;
import vn.langso.notify.Channel.Outcome;
import vn.langso.notify.Channel.Target;
import vn.langso.notify.Urgency;
import vn.langso.platform.MovedClock;
import vn.langso.platform.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class WebPushChannelTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final MasterKey MASTER = MasterKey.ofHex("5e".repeat(32));

    private final MovedClock clock = MovedClock.at("2026-11-23T20:00:00+07:00");
    private final JsonMapper json = JsonMapper.builder().build();
    private final PushSettings settings =
            new PushSettings("mailto:mau@langso.invalid", List.of("fcm.googleapis.com"), Duration.ofSeconds(5));
    private final Vapid vapid = new Vapid(MASTER, settings, clock, json);
    private final SubscriptionStore store = new SubscriptionStore(DATABASE.jdbc());
    private final UUID account = Ids.next();

    private SandboxPush sandbox;
    private WebPushChannel channel;

    @BeforeEach
    void service() throws IOException {
        sandbox = new SandboxPush(MASTER, json, clock);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sandbox", sandbox);
        PushGate gate = new PushGate(settings, beans.getBeanProvider(SandboxPush.class));
        channel = new WebPushChannel(store, gate, vapid, settings, json, clock);
    }

    @AfterEach
    void end() {
        sandbox.destroy();
    }

    @Test
    void messageArrivesAsItWasWrittenAndTheDeviceIsKnownAsReached() {
        Subscription browser = browser(SandboxPush.Trigger.ACCEPTED);

        Outcome outcome = channel.deliver(message(browser));

        assertThat(outcome).isEqualTo(new Outcome.HandedOver("201"));
        assertThat(sandbox.arrived()).singleElement().satisfies(arrived -> {
            assertThat(arrived.title()).isEqualTo("Tuyến Ven kênh tắt đèn");
            assertThat(arrived.body()).isEqualTo("8 đèn tối từ 20:00, không ai ra lệnh.");
            assertThat(arrived.urgency()).isEqualTo("alarm");
            assertThat(arrived.url()).isEqualTo("/notices/" + arrived.tag());
        });
        assertThat(store.find(browser.id()).orElseThrow().reachedAt()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"GONE,410", "MISSING,404"})
    void browserThatIsGoneIsForgotten(SandboxPush.Trigger trigger, String answer) {
        Subscription browser = browser(trigger);

        assertThat(channel.deliver(message(browser))).isEqualTo(new Outcome.Gone(answer));

        assertThat(store.find(browser.id())).isEmpty();
        assertThat(channel.targets(List.of(account))).isEmpty();
    }

    @Test
    void serviceThatAsksForPatienceSaysHowLong() {
        assertThat(channel.deliver(message(browser(SandboxPush.Trigger.TOO_OFTEN))))
                .isEqualTo(new Outcome.Later("429", Duration.ofSeconds(30)));
    }

    @Test
    void serviceThatIsDownIsTriedAgain() {
        assertThat(channel.deliver(message(browser(SandboxPush.Trigger.DOWN))))
                .isEqualTo(new Outcome.Later("503", null));
    }

    @Test
    void messageThatIsTooLargeIsNotTriedAgain() {
        assertThat(channel.deliver(message(browser(SandboxPush.Trigger.TOO_LARGE))))
                .isEqualTo(new Outcome.Refused("413"));
    }

    @Test
    void serviceThatDoesNotAnswerIsTriedAgain() {
        Subscription browser = browser(SandboxPush.Trigger.ACCEPTED);
        sandbox.destroy();

        assertThat(channel.deliver(message(browser))).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void serviceThatIsNoLongerAllowedIsNotCalled() {
        Subscription browser = keep("https://push.example/abc");

        assertThat(channel.deliver(message(browser))).isEqualTo(new Outcome.Refused("service not allowed"));
    }

    @Test
    void senderIsKnownByASignedStatementForThisServiceAndHalfADay() throws Exception {
        String header = vapid.authorization(URI.create("https://fcm.googleapis.com/fcm/send/abc"));

        String token = header.replaceFirst("^vapid t=([^,]+), k=.*$", "$1");
        byte[] key = Base64.getUrlDecoder().decode(header.replaceFirst("^.*, k=", ""));
        int dot = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(P256.publicKey(key));
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, dot)));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1))))
                .isTrue();
        assertThat(claims.path("aud").asString()).isEqualTo("https://fcm.googleapis.com");
        assertThat(claims.path("sub").asString()).isEqualTo("mailto:mau@langso.invalid");
        assertThat(claims.path("exp").asLong())
                .isEqualTo(clock.instant().plus(Duration.ofHours(12)).getEpochSecond());
    }

    @Test
    void keyOfTheInstallationIsTheSameInAllCopies() {
        assertThat(new Vapid(MASTER, settings, clock, json).publicKey()).isEqualTo(vapid.publicKey());
        assertThat(new Vapid(MasterKey.ofHex("5f".repeat(32)), settings, clock, json).publicKey())
                .isNotEqualTo(vapid.publicKey());
    }

    private Subscription browser(SandboxPush.Trigger trigger) {
        return keep(sandbox.offer(trigger, "vi", "mẫu").endpoint());
    }

    private Subscription keep(String endpoint) {
        Subscriptions.Offer offer = sandbox.offer(SandboxPush.Trigger.ACCEPTED, "vi", "mẫu");
        Subscription browser = new Subscription(
                Ids.next(),
                account,
                endpoint,
                offer.key(),
                offer.auth(),
                "vi",
                "mẫu",
                clock.instant().atOffset(ZoneOffset.UTC),
                null);
        store.keep(browser);
        return browser;
    }

    private Message message(Subscription browser) {
        return new Message(
                new Target(account, browser.id(), "vi"),
                Ids.next().toString(),
                Urgency.ALARM,
                "Tuyến Ven kênh tắt đèn",
                "8 đèn tối từ 20:00, không ai ra lệnh.",
                "/lighting");
    }
}
