package vn.langso.lighting.readings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.iot.DeviceId;
import vn.langso.iot.DeviceMessage;
import vn.langso.iot.MessageKind;
import vn.langso.lighting.Layout;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingSamples;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@Import(CabinetMessagesModuleTest.Beans.class)
class CabinetMessagesModuleTest {

    private static final Caller PROGRAM = Caller.program("readings.test");
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private static int number;

    /** What the listeners were handed. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {

        static final List<Observation> SEEN = new ArrayList<>();

        @Bean
        ObservationListener listener() {
            return SEEN::addAll;
        }
    }

    @Autowired
    private CabinetMessages messages;

    @Autowired
    private Readings readings;

    @Autowired
    private ReadingStore store;

    @Autowired
    private LightingAssets assets;

    @Autowired
    private Places places;

    @Autowired
    private TransactionTemplate transaction;

    private String device;
    private Layout layout;

    @BeforeEach
    void cabinet() {
        UUID village = places.tree()
                .byCode("15298-82", null)
                .map(place -> place.id())
                .orElseGet(() -> {
                    UUID commune = places.tree()
                            .byCode("15298", LightingSamples.SINCE)
                            .orElseThrow()
                            .id();
                    return places.establishVillage(
                            PROGRAM,
                            new NewVillage("15298-82", "thon", "Đo Mẫu", commune),
                            new Decision("MẪU-82", LightingSamples.SINCE, "Lập thôn"));
                });
        device = "tu-do-" + ++number;
        layout = assets.layoutOf(assets.record(PROGRAM, LightingSamples.cabinet(village, "R" + number, device)));
        Beans.SEEN.clear();
    }

    @Test
    void reportIsKeptAsTheNewestStateAndAsHistory() {
        take(
                state(
                        1,
                        NOW,
                        "\"circuits\":[{\"id\":\"1a\",\"on\":true,\"powerW\":198.4,\"voltageV\":229.1,\"energyWh\":1000,\"loop\":true}]"));

        CabinetState now = newest();
        assertThat(now.powerW(0)).isEqualTo(198.4);
        assertThat(now.isOn(0)).isTrue();
        assertThat(now.powerW(1)).as("not said").isNull();
        assertThat(now.energyWh()[0]).isEqualTo(1000L);
        assertThat(store.countReadings(layout.cabinet().id())).isEqualTo(1);
        assertThat(Beans.SEEN)
                .singleElement()
                .satisfies(seen -> assertThat(seen.before()).isNull());
    }

    @Test
    void reportsKeptWhileCutOffNeverOverwriteANewerState() {
        take(state(5, NOW, "\"door\":\"closed\""));
        take(state(4, NOW.minusSeconds(7200), "\"door\":\"open\""));

        assertThat(newest().door()).isEqualTo("closed");
        assertThat(store.countReadings(layout.cabinet().id())).isEqualTo(2);
        assertThat(Beans.SEEN.getLast().late()).isTrue();
    }

    @Test
    void severalReportsOfOneCabinetInABatchEndAtTheLast() {
        take(state(1, NOW, "\"mode\":\"remote\""), state(2, NOW.plusSeconds(1), "\"mode\":\"local\""));

        assertThat(newest().mode()).isEqualTo("local");
        assertThat(Beans.SEEN.getLast().before().mode()).isEqualTo("remote");
    }

    @Test
    void eventsAndAnswersAreUnderstood() {
        UUID command = UUID.randomUUID();
        take(
                message(
                        MessageKind.EVT,
                        1,
                        NOW,
                        "\"kind\":\"switched\",\"circuit\":\"2b\",\"on\":false,\"by\":\"local\""),
                message(
                        MessageKind.ACK,
                        2,
                        NOW,
                        "\"command\":\"" + command + "\",\"commandSeq\":7,\"result\":\"done\""));

        assertThat(Beans.SEEN.getFirst().event()).isEqualTo(new CabinetEvent("switched", 3, false, "local", null));
        assertThat(Beans.SEEN.getLast().answer()).isEqualTo(new CabinetAnswer(command, "done", ""));
    }

    @Test
    void whatMakesNoSenseIsLeftOutAndTheRestOfTheBatchKept() {
        take(
                raw(MessageKind.STATE, 1, "{\"seq\":1,\"circuits\":[{\"id\":\"1a\",\"powerW\":-5}]}"),
                raw(MessageKind.STATE, 2, "{\"seq\":2,\"circuits\":[{\"id\":\"1a\",\"powerW\":NaN}]}"),
                raw(MessageKind.STATE, 3, "{\"seq\":3,\"circuits\":[{\"id\":\"9z\",\"powerW\":5}]}"),
                raw(MessageKind.STATE, 4, "[1,2"),
                raw(MessageKind.EVT, 5, "{\"kind\":\"exploded\"}"),
                raw(MessageKind.ACK, 6, "{\"command\":\"me\",\"result\":\"done\"}"),
                state(7, NOW, "\"door\":\"open\""));

        assertThat(Beans.SEEN).hasSize(1);
        assertThat(newest().door()).isEqualTo("open");
    }

    @Test
    void anyBytesAreTakenWithoutAnException() {
        Random random = new Random(20261201);
        for (int i = 0; i < 300; i++) {
            byte[] bytes =
                    "{\"seq\":1,\"circuits\":[{\"id\":\"1a\",\"on\":true,\"powerW\":5.5}],\"plan\":{\"version\":3}}"
                            .getBytes(StandardCharsets.UTF_8);
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            MessageKind kind =
                    List.of(MessageKind.EVT, MessageKind.STATE, MessageKind.ACK).get(random.nextInt(3));
            long seq = i + 1L;
            take(new DeviceMessage(
                    new DeviceId(device),
                    layout.cabinet().placeId(),
                    kind,
                    seq,
                    NOW.plusSeconds(seq),
                    NOW,
                    false,
                    bytes));
        }
        take(state(1000, NOW.plusSeconds(1000), "\"door\":\"open\""));

        assertThat(newest().door()).isEqualTo("open");
    }

    private CabinetState newest() {
        return readings.newest(List.of(layout.cabinet().id()))
                .get(layout.cabinet().id());
    }

    private void take(DeviceMessage... batch) {
        transaction.executeWithoutResult(status -> messages.handle(List.of(batch)));
    }

    private DeviceMessage state(long seq, Instant at, String members) {
        return message(MessageKind.STATE, seq, at, members);
    }

    private DeviceMessage message(MessageKind kind, long seq, Instant at, String members) {
        return new DeviceMessage(
                new DeviceId(device),
                layout.cabinet().placeId(),
                kind,
                seq,
                at,
                at,
                false,
                ("{\"seq\":" + seq + ",\"at\":\"" + at + "\"," + members + "}").getBytes(StandardCharsets.UTF_8));
    }

    private DeviceMessage raw(MessageKind kind, long seq, String json) {
        return new DeviceMessage(
                new DeviceId(device),
                layout.cabinet().placeId(),
                kind,
                seq,
                NOW,
                NOW,
                false,
                json.getBytes(StandardCharsets.UTF_8));
    }
}
