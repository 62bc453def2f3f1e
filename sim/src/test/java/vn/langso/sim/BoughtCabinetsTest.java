package vn.langso.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Cabinets made of what shops sell, by their own words. */
class BoughtCabinetsTest {

    /** 14:00 in Vietnam. */
    private Instant now = Instant.parse("2026-11-23T07:00:00Z");

    private final TestLink link = new TestLink();

    @Test
    void tasmotaSwitchesAndSaysSoTwice() {
        Fleet fleet = start("tasmota");
        link.tell("cmnd/tu-1/POWER2", "ON");

        assertThat(link.heard("stat/tu-1/RESULT").getFirst().path("POWER2").asString())
                .isEqualTo("ON");
        pass(fleet, Duration.ofSeconds(1));
        JsonNode power = link.heard("tele/tu-1/SENSOR").getLast().path("ENERGY").path("Power");
        assertThat(power.path(0).asInt()).isZero();
        assertThat(power.path(1).asInt()).isBetween(78, 82);
    }

    @Test
    void tasmotaFollowsItsTimersWithoutNetwork() {
        Fleet fleet = start("tasmota");
        link.tell(
                "cmnd/tu-1/Backlog",
                "Timer1 {\"Enable\":1,\"Time\":\"17:30\",\"Days\":\"1111111\",\"Repeat\":1,\"Output\":1,\"Action\":1};Timers 1");
        fleet.cabinets().getFirst().cutNetwork(true);

        pass(fleet, Duration.ofHours(4));

        assertThat(fleet.cabinets().getFirst().summary()).contains("1 of 2 circuits lit", "1 timers set");
    }

    @Test
    void shellyAnswersToItsCaller() {
        Fleet fleet = start("shelly");
        link.tell(
                "tu-1/rpc",
                "{\"id\":7,\"src\":\"langso/tu-1\",\"method\":\"Switch.Set\",\"params\":{\"id\":0,\"on\":true}}");

        JsonNode answer = link.heard("langso/tu-1/rpc").getFirst();
        assertThat(answer.path("id").asInt()).isEqualTo(7);
        assertThat(answer.path("result").path("was_on").asBoolean()).isFalse();
        pass(fleet, Duration.ofSeconds(1));
        JsonNode status = link.heard("tu-1/events/rpc").getLast().path("params").path("switch:0");
        assertThat(status.path("output").asBoolean()).isTrue();
        assertThat(status.path("apower").asDouble()).isBetween(78.0, 82.0);
    }

    @Test
    void shellyRefusesWhatItDoesNotKnow() {
        start("shelly");
        link.tell("tu-1/rpc", "{\"id\":8,\"src\":\"x\",\"method\":\"Switch.Set\",\"params\":{\"id\":9,\"on\":true}}");

        assertThat(link.heard("x/rpc").getFirst().path("error").path("code").asInt())
                .isEqualTo(-105);
    }

    @Test
    void shellyFollowsItsSchedule() {
        Fleet fleet = start("shelly");
        link.tell(
                "tu-1/rpc",
                "{\"id\":9,\"src\":\"x\",\"method\":\"Schedule.Create\",\"params\":{\"enable\":true,\"timespec\":\"0 30 17 * * *\","
                        + "\"calls\":[{\"method\":\"Switch.Set\",\"params\":{\"id\":1,\"on\":true}}]}}");

        pass(fleet, Duration.ofHours(4));

        assertThat(fleet.cabinets().getFirst().summary()).contains("1 of 2 circuits lit", "1 schedules");
    }

    private Fleet start(String firmware) {
        FleetFile.CabinetSpec spec = new FleetFile.CabinetSpec(
                "tu-1",
                "",
                firmware,
                "Tủ 1",
                false,
                false,
                List.of(
                        new FleetFile.CircuitSpec("1a", "T1", List.of("T1-01", "T1-03"), 40),
                        new FleetFile.CircuitSpec("1b", "T1", List.of("T1-02", "T1-04"), 40)));
        FleetFile file = new FleetFile("", 0, 20.01, 105.79, Duration.ofMinutes(1), List.of(spec));
        Sky sky = new Sky(() -> now, file.latitude(), file.longitude());
        Fleet fleet = new Fleet(file, one -> link, new World(() -> now, sky, (wait, task) -> {}, null));
        fleet.tick();
        return fleet;
    }

    private void pass(Fleet fleet, Duration time) {
        now = now.plus(time);
        fleet.tick();
    }
}
