package vn.langso.iot.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import vn.langso.iot.DeviceId;
import vn.langso.iot.DeviceMessage;
import vn.langso.iot.Devices;
import vn.langso.iot.Devices.Registered;
import vn.langso.iot.DownMessage;
import vn.langso.iot.Downlink;
import vn.langso.iot.NewDevice;
import vn.langso.iot.Refusals;
import vn.langso.iot.broker.Broker;
import vn.langso.kernel.Ids;
import vn.langso.shell.Caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Devices, the real broker and the real database. */
@SpringBootTest(properties = {"langso.iot.broker.url=embedded", "langso.iot.broker.port=18883"})
@Import(Recorder.Beans.class)
class TalkTest {

    private static final int PORT = 18883;
    private static final Caller US = Caller.program("test");
    private static final UUID PLACE = Ids.next();

    @Autowired
    private Devices devices;

    @Autowired
    private Recorder recorder;

    @Autowired
    private Downlink downlink;

    @Autowired
    private Broker broker;

    @Autowired
    private Line line;

    @Autowired
    private Refusals refusals;

    @BeforeEach
    void waitForTheBroker() {
        Recorder.until(line::isConnected);
    }

    @Test
    void messageReachesItsHandlerOnce() {
        Registered account = register();
        try (Gadget gadget = new Gadget(account, PORT).connect()) {
            gadget.state(1).join();
            gadget.state(1).join();
            gadget.state(2).join();
            Recorder.until(() -> recorder.numbersOf(account.id()).contains(2L));
        }

        assertThat(recorder.numbersOf(account.id())).containsExactly(1L, 2L);
    }

    @Test
    void wrongKeyIsNotLetIn() {
        Registered account = register();
        Gadget thief = new Gadget(new Registered(account.id(), "guess"), PORT);

        assertThatThrownBy(thief::connect).isInstanceOf(CompletionException.class);
    }

    @Test
    void nameOfAnotherIsNotLetIn() {
        Registered account = register();
        Registered other = register();
        Gadget thief = new Gadget(account, other.id().value(), PORT);

        assertThatThrownBy(thief::connect).isInstanceOf(CompletionException.class);
    }

    @Test
    void publishingUnderAnotherTopicIsRefusedAndCounted() {
        Registered account = register();
        Registered other = register();
        try (Gadget gadget = new Gadget(account, PORT).connect()) {
            assertThatThrownBy(() -> gadget.publish("langso/v1/" + other.id() + "/state", "{\"seq\":7}")
                            .join())
                    .isInstanceOf(CompletionException.class);
        }
        refusals.settle();

        assertThat(recorder.numbersOf(other.id())).isEmpty();
        assertThat(reasons(account.id())).contains("foreign-topic");
    }

    @Test
    void wildcardBeyondOnesRightsIsRefused() {
        Registered account = register();
        for (String filter : List.of("#", "langso/v1/+/cmd", "langso/v1/+/state")) {
            Gadget gadget = new Gadget(account, PORT).connect();
            assertThatThrownBy(() -> gadget.subscribe(filter)).as(filter).isInstanceOf(CompletionException.class);
            gadget.close();
        }
    }

    @Test
    void firstMessagesOfAThousandNewDevicesAllArrive() {
        List<Registered> accounts = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            accounts.add(register());
        }
        List<Gadget> gadgets =
                accounts.stream().map(account -> new Gadget(account, PORT)).toList();
        all(gadgets.stream().map(Gadget::connecting).toList());

        all(gadgets.stream().map(gadget -> gadget.state(1)).toList());
        Set<DeviceId> ids = accounts.stream().map(Registered::id).collect(Collectors.toSet());
        Recorder.until(() -> recorder.messages.stream()
                        .map(DeviceMessage::device)
                        .filter(ids::contains)
                        .distinct()
                        .count()
                == 1000);
        all(gadgets.stream()
                .map(gadget -> CompletableFuture.runAsync(gadget::close))
                .toList());

        assertThat(recorder.messages.stream().map(DeviceMessage::device).filter(ids::contains))
                .hasSize(1000);
    }

    @Test
    void badInputIsCountedAndTheNextMessageTaken() {
        Registered account = register();
        String topic = "langso/v1/" + account.id() + "/state";
        try (Gadget gadget = new Gadget(account, PORT).connect()) {
            for (String bad : List.of(
                    "{\"seq\":",
                    "[]",
                    "",
                    "{\"seq\":3,\"x\":NaN}",
                    "{\"seq\":\"many\"}",
                    "{\"seq\":4,\"x\":\"poison\"}")) {
                gadget.publish(topic, bad).join();
            }
            gadget.publish(topic, "{\"seq\":5,\"at\":\"1970-01-01T00:00:00Z\",\"unknown\":true}")
                    .join();
            Recorder.until(() -> recorder.numbersOf(account.id()).contains(5L));
        }
        Recorder.until(() -> {
            refusals.settle();
            return reasons(account.id()).containsAll(Set.of("not-json", "no-number", "not-handled"));
        });

        assertThat(recorder.numbersOf(account.id())).containsExactly(5L);
        assertThat(recorder.messages.stream().filter(message -> message.device().equals(account.id())))
                .allMatch(DeviceMessage::clockDoubtful);
    }

    @Test
    void quarantinedDeviceIsCutOffAtOnce() {
        Registered account = register();
        Gadget gadget = new Gadget(account, PORT).connect();

        devices.quarantine(US, account.id(), "manual");

        Recorder.until(() -> {
            try {
                gadget.state(1).orTimeout(1, TimeUnit.SECONDS).join();
                return false;
            } catch (CompletionException _) {
                return true;
            }
        });
        assertThatThrownBy(() -> new Gadget(account, PORT).connect()).isInstanceOf(CompletionException.class);
    }

    @Test
    void commandReachesTheDeviceAlsoAfterItWasAway() throws InterruptedException {
        Registered account = register();
        Gadget gadget = new Gadget(account, PORT).connect();
        gadget.subscribe("langso/v1/" + account.id() + "/cmd");
        gadget.close();

        UUID id = send(account.id());
        Recorder.until(() -> recorder.sent.containsKey(id));
        try (Gadget again = new Gadget(account, PORT).connect()) {
            again.subscribe("langso/v1/" + account.id() + "/cmd");
            assertThat(again.heard.poll(10, TimeUnit.SECONDS)).contains(id.toString());
        }

        assertThat(recorder.sent.get(id)).isEqualTo("handed-over");
    }

    @Test
    void commandToWhoNeverListenedIsSaidToHaveFailed() {
        UUID id = send(register().id());

        Recorder.until(() -> recorder.sent.containsKey(id));

        assertThat(recorder.sent.get(id)).isEqualTo("not-subscribed");
    }

    @Test
    void messagesAcknowledgedBeforeABrokersRestartAllArriveOnce() throws Exception {
        Registered account = register();
        List<Long> numbers = LongStream.rangeClosed(1, 300).boxed().toList();
        try (Gadget gadget = new Gadget(account, PORT).connect()) {
            all(numbers.stream().map(gadget::state).toList());
        }
        broker.stop();
        broker.start();
        Recorder.until(() -> recorder.numbersOf(account.id()).size() >= 300);

        assertThat(recorder.numbersOf(account.id())).containsExactlyElementsOf(numbers);
    }

    private UUID send(DeviceId device) {
        UUID id = Ids.next();
        long seq = downlink.nextSequence(device);
        byte[] json = ("{\"id\":\"" + id + "\",\"seq\":" + seq + ",\"kind\":\"read\"}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        downlink.send(new DownMessage(device, id, seq, Instant.now().plusSeconds(60), json));
        return id;
    }

    private Registered register() {
        return devices.register(US, NewDevice.of("gadget", PLACE, "Máy mẫu"));
    }

    private Set<String> reasons(DeviceId device) {
        return devices.refusedSince(US, device, java.time.LocalDate.EPOCH).stream()
                .map(Refusals.Count::reason)
                .collect(Collectors.toSet());
    }

    private static void all(List<? extends CompletableFuture<?>> futures) {
        CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
