package vn.langso.sim;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A plain cabinet against docs/devices.md, on a clock that only the test moves. */
class CabinetTest {

    /** 14:00 in Vietnam. */
    private static final Instant NOON = Instant.parse("2026-11-23T07:00:00Z");

    private static final String DEVICE = "tu-7k3m9q";
    private static final FleetFile.CabinetSpec SPEC = new FleetFile.CabinetSpec(
            DEVICE,
            "key",
            "langso",
            "Tủ 1",
            false,
            false,
            List.of(
                    new FleetFile.CircuitSpec("3a", "T3", List.of("T3-01", "T3-03", "T3-05", "T3-07"), 40),
                    new FleetFile.CircuitSpec("3b", "T3", List.of("T3-02", "T3-04", "T3-06", "T3-08"), 40)));

    @TempDir
    private Path folder;

    private Instant now = NOON;
    private final TestLink link = new TestLink();
    private Fleet fleet;

    @BeforeEach
    void switchOn() {
        fleet = start();
    }

    @Test
    void switchIsAcknowledgedAndThenMeasured() {
        settle();
        tell(1, "\"kind\":\"switch\",\"on\":true,\"targets\":[{\"circuit\":\"3a\"}]");

        JsonNode ack = link.heard("/ack").getFirst();
        assertThat(ack.path("result").asString()).isEqualTo("done");
        assertThat(ack.path("command").asString()).isEqualTo("c-1");
        assertThat(lit("3a")).isTrue();
        assertThat(lit("3b")).isFalse();
    }

    @Test
    void numbersGrowByOneOverAllTopicsAndOverARestart() {
        settle();
        tell(1, "\"kind\":\"read\"");
        fleet = start();
        settle();

        List<Long> numbers =
                link.heard("").stream().map(said -> said.path("seq").asLong()).toList();
        fleet = start();
        settle();
        List<Long> later =
                link.heard("").stream().map(said -> said.path("seq").asLong()).toList();

        assertThat(numbers).isNotEmpty();
        assertThat(later).isNotEmpty();
        assertThat(later.getLast()).isGreaterThan(numbers.getLast());
        List<Long> both = new ArrayList<>(numbers);
        both.addAll(later);
        assertThat(both.stream().distinct().sorted())
                .containsExactlyElementsOf(LongStream.rangeClosed(both.getFirst(), both.getLast())
                        .boxed()
                        .toList());
    }

    @Test
    void repeatedOrLateCommandSwitchesNothing() {
        settle();
        tell(5, "\"kind\":\"switch\",\"on\":true,\"targets\":[{\"circuit\":\"3a\"}]");
        tell(5, "\"kind\":\"switch\",\"on\":false,\"targets\":[{\"circuit\":\"3a\"}]");
        link.tell(
                "langso/v1/" + DEVICE + "/cmd",
                "{\"id\":\"late\",\"seq\":6,\"expires\":\"2026-11-23T06:59:00Z\",\"kind\":\"switch\",\"on\":false,"
                        + "\"targets\":[{\"circuit\":\"3a\"}]}");

        assertThat(link.heard("/ack"))
                .extracting(ack -> ack.path("result").asString())
                .containsExactly("done", "repeated", "expired");
        assertThat(lit("3a")).isTrue();
    }

    @Test
    void orderEndsAtItsTimeAndThePlanGoesOn() {
        settle();
        tell(
                1,
                "\"kind\":\"switch\",\"on\":true,\"until\":\"2026-11-23T07:10:00Z\",\"targets\":[{\"circuit\":\"3a\"}]");
        assertThat(lit("3a")).isTrue();

        pass(Duration.ofMinutes(11));

        assertThat(lit("3a")).isFalse();
    }

    @Test
    void planRunsWithoutNetworkAndIsToldAfterwardsInOrder() {
        settle();
        tell(1, "\"kind\":\"plan\",\"plan\":" + plan());
        link.heard("");
        fleet.cabinets().getFirst().cutNetwork(true);
        link.away(true);

        for (int hour = 0; hour < 72; hour++) {
            pass(Duration.ofHours(1));
        }
        assertThat(link.heard("")).isEmpty();
        link.away(false);
        fleet.cabinets().getFirst().cutNetwork(false);
        settle();
        settle();

        List<JsonNode> told = link.heard("");
        assertThat(told).extracting(message -> message.path("seq").asLong()).isSorted();
        assertThat(told).extracting(message -> message.path("at").asString()).isSorted();
        assertThat(told.stream()
                        .filter(message -> message.path("kind").asString("").equals("switched"))
                        .map(message -> message.path("on").asBoolean() + " "
                                + message.path("by").asString()))
                .containsExactly("true plan", "false plan");
    }

    @Test
    void planWithAWrongHashIsRefused() {
        settle();
        tell(1, "\"kind\":\"plan\",\"plan\":" + plan().replace("\"off\"", "\"dim60\""));

        JsonNode ack = link.heard("/ack").getFirst();
        assertThat(ack.path("result").asString()).isEqualTo("refused");
        assertThat(ack.path("detail").asString()).contains("hash");
    }

    @Test
    void thiefByHandOpensTheDoorAndDarkensHisRoadAgainstOrders() {
        settle();
        tell(1, "\"kind\":\"switch\",\"on\":true,\"targets\":[{\"circuit\":\"3a\"},{\"circuit\":\"3b\"}]");
        link.heard("");

        new Scenes(fleet).play("thief T3");
        assertThat(link.heard("/evt"))
                .extracting(event -> event.path("kind").asString())
                .containsExactly("door-open", "mode-local", "switched", "switched");
        tell(2, "\"kind\":\"switch\",\"on\":true,\"targets\":[{\"circuit\":\"3a\"}]");

        assertThat(link.heard("/ack").getFirst().path("result").asString()).isEqualTo("refused");
        assertThat(lit("3a")).isFalse();
    }

    @Test
    void cableIsTroubleByDayTooAndARepairEndsIt() {
        settle();
        new Scenes(fleet).play("cut T3");
        assertThat(circuit("3b").path("loop").asBoolean()).isFalse();

        new Scenes(fleet).play("repair T3");

        assertThat(circuit("3b").path("loop").asBoolean()).isTrue();
    }

    @Test
    void lampThatFailedIsMissingInTheWatts() {
        settle();
        tell(1, "\"kind\":\"switch\",\"on\":true,\"targets\":[{\"circuit\":\"3b\"}]");
        new Scenes(fleet).play("lamp-fault T3-06");

        assertThat(circuit("3b").path("powerW").asDouble()).isBetween(115.0, 125.0);
    }

    @Test
    void commandMemoryAndOrdersSurviveARestart() {
        settle();
        tell(7, "\"kind\":\"switch\",\"on\":true,\"targets\":[{\"circuit\":\"3a\"}]");
        fleet = start();
        settle();
        tell(7, "\"kind\":\"switch\",\"on\":false,\"targets\":[{\"circuit\":\"3a\"}]");

        assertThat(link.heard("/ack").getLast().path("result").asString()).isEqualTo("repeated");
        assertThat(lit("3a")).isTrue();
    }

    @Test
    void sunsetLightsTheRoadsWhileTheClockStaysRight() {
        settle();
        new Scenes(fleet).play("sunset");
        for (int second = 0; second < 15; second++) {
            pass(Duration.ofSeconds(1));
        }

        assertThat(lit("3a")).isTrue();
        link.heard("");
        fleet.cabinets().getFirst().report();
        assertThat(Instant.parse(link.heard("/state").getFirst().path("at").asString()))
                .isEqualTo(now);
    }

    private Fleet start() {
        FleetFile file = new FleetFile("", 0, 20.01, 105.79, Duration.ofMinutes(1), List.of(SPEC));
        Sky sky = new Sky(() -> now, file.latitude(), file.longitude());
        return new Fleet(file, spec -> link, new World(() -> now, sky, (wait, task) -> {}, folder));
    }

    private boolean lit(String circuit) {
        JsonNode state = circuit(circuit);
        assertThat(state.path("powerW").asDouble() > 100)
                .isEqualTo(state.path("on").asBoolean());
        return state.path("on").asBoolean();
    }

    private JsonNode circuit(String id) {
        link.heard("");
        fleet.cabinets().getFirst().report();
        return link.heard("/state")
                .getLast()
                .path("circuits")
                .valueStream()
                .filter(circuit -> circuit.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void tell(long seq, String what) {
        link.tell("langso/v1/" + DEVICE + "/cmd", "{\"id\":\"c-" + seq + "\",\"seq\":" + seq + "," + what + "}");
    }

    private void settle() {
        pass(Duration.ofSeconds(1));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        fleet.tick();
    }

    private static String plan() {
        String lines = "1795417200 3a off\n1795417200 3b off\n1795431600 3a on\n1795446000 3a off\n";
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
            return "{\"version\":1,\"hash\":\"" + hash
                    + "\",\"from\":\"2026-11-23T07:00:00Z\",\"to\":\"2026-12-23T07:00:00Z\","
                    + "\"initial\":{\"3a\":\"off\",\"3b\":\"off\"},\"switches\":["
                    + "{\"at\":\"2026-11-23T11:00:00Z\",\"circuit\":\"3a\",\"to\":\"on\"},"
                    + "{\"at\":\"2026-11-23T15:00:00Z\",\"circuit\":\"3a\",\"to\":\"off\"}]}";
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
