package vn.langso.lighting.programmes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.iot.DeviceId;
import vn.langso.iot.DeviceMessage;
import vn.langso.iot.DeviceMessageHandler;
import vn.langso.iot.Devices;
import vn.langso.iot.MessageKind;
import vn.langso.iot.NewDevice;
import vn.langso.lighting.Layout;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingSamples;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;

import static org.assertj.core.api.Assertions.assertThat;

/** A cabinet that is played here reports with and without the plan that it should hold. */
@SpringBootTest
@Import(MovedClock.Beans.class)
class PlansTest {

    private static final Caller PROGRAM = Caller.program("plans.test");

    private static int number;

    @Autowired
    private ProgrammeStore store;

    @Autowired
    private Programmes programmes;

    @Autowired
    private DeviceMessageHandler cabinets;

    @Autowired
    private LightingAssets assets;

    @Autowired
    private Devices devices;

    @Autowired
    private Places places;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MovedClock clock;

    private String device;
    private UUID village;
    private Layout layout;
    private long seq;

    @BeforeEach
    void cabinet() {
        clock.moveTo("2026-11-23T12:00:00+07:00");
        village = places.tree()
                .byCode("15298-86", null)
                .map(place -> place.id())
                .orElseGet(() -> {
                    UUID commune = places.tree()
                            .byCode("15298", LightingSamples.SINCE)
                            .orElseThrow()
                            .id();
                    return places.establishVillage(
                            PROGRAM,
                            new NewVillage("15298-86", "thon", "Lịch Mẫu", commune),
                            new Decision("MẪU-86", LightingSamples.SINCE, "Lập thôn"));
                });
        device = "tu-lich-" + ++number;
        devices.register(PROGRAM, NewDevice.of("cabinet", village, "Tủ mẫu").withId(new DeviceId(device)));
        layout = assets.layoutOf(assets.record(PROGRAM, LightingSamples.cabinet(village, "P" + number, device)));
        seq = 0;
    }

    @Test
    void cabinetWithoutAPlanIsGivenTheSwitchesOfAMonth() {
        report("");

        ProgrammeStore.Given given = given();
        assertThat(given.version()).isEqualTo(1);
        assertThat(Duration.between(clock.instant(), given.until())).isEqualTo(Duration.ofDays(30));
        assertThat(given.confirmedAt()).isNull();
    }

    @Test
    void planIsConfirmedByTheCabinetsOwnWordAlone() {
        report("");
        report(",\"plan\":{\"version\":1,\"hash\":\"" + "0".repeat(64) + "\"}");
        assertThat(given().confirmedAt()).isNull();

        report(",\"plan\":{\"version\":1,\"hash\":\"" + given().hash() + "\"}");

        assertThat(given().confirmedAt()).isEqualTo(clock.instant());
        assertThat(given().version()).isEqualTo(1);
    }

    @Test
    void cabinetThatHoldsAnotherPlanIsGivenANewOneButNotTwiceInAMoment() {
        report("");
        report(",\"plan\":{\"version\":1,\"hash\":\"" + "0".repeat(64) + "\"}");
        assertThat(given().version()).as("the first may still be on its way").isEqualTo(1);

        clock.moveBy(Duration.ofMinutes(11));
        report(",\"plan\":{\"version\":1,\"hash\":\"" + "1".repeat(64) + "\"}");

        assertThat(given().version()).isEqualTo(2);
    }

    @Test
    void planIsRenewedLongBeforeItsEnd() {
        report("");
        String held = ",\"plan\":{\"version\":1,\"hash\":\"" + given().hash() + "\"}";
        report(held);
        clock.moveBy(Duration.ofDays(4));

        report(held);

        assertThat(given().version()).isEqualTo(2);
    }

    @Test
    void messageOfAPlanFitsTheBroker() {
        Plan plan = programmes.plan(layout, 1, 30);
        String json = PlanMessages.json(UUID.randomUUID(), 1, clock.instant(), clock.instant(), plan);

        assertThat(plan.switches().size() / 4 / 30)
                .as("a circuit switches two or four times a night")
                .isBetween(2, 3);
        assertThat(json.length()).isLessThan(64 << 10);
        assertThat(plan.switches()).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    }

    private ProgrammeStore.Given given() {
        return store.given(layout.cabinet().id()).orElseThrow();
    }

    private void report(String more) {
        long next = ++seq;
        byte[] json = ("{\"seq\":" + next + ",\"door\":\"closed\"" + more + "}").getBytes(StandardCharsets.UTF_8);
        DeviceMessage message = new DeviceMessage(
                new DeviceId(device), village, MessageKind.STATE, next, clock.instant(), clock.instant(), false, json);
        transaction.executeWithoutResult(status -> cabinets.handle(List.of(message)));
    }
}
