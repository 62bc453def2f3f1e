package vn.langso.lighting.commands;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.lighting.Layout;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingSamples;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A village head's switch and a cabinet that is played here, message by message. */
@SpringBootTest
@Import(MovedClock.Beans.class)
class LightCommandsTest {

    private static final Caller PROGRAM = Caller.program("commands.test");

    private static int number;

    @Autowired
    private LightCommands commands;

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

    private UUID village;
    private Caller head;
    private String device;
    private Layout layout;
    private long seq;

    @BeforeEach
    void cabinetAtNoon() {
        clock.moveTo("2026-11-23T12:00:00+07:00");
        village = places.tree()
                .byCode("15298-83", null)
                .map(place -> place.id())
                .orElseGet(() -> {
                    UUID commune = places.tree()
                            .byCode("15298", LightingSamples.SINCE)
                            .orElseThrow()
                            .id();
                    return places.establishVillage(
                            PROGRAM,
                            new NewVillage("15298-83", "thon", "Lệnh Mẫu", commune),
                            new Decision("MẪU-83", LightingSamples.SINCE, "Lập thôn"));
                });
        head = CallerSamples.of(Role.VILLAGE_HEAD, village);
        device = "tu-lenh-" + ++number;
        devices.register(PROGRAM, NewDevice.of("cabinet", village, "Tủ mẫu").withId(new DeviceId(device)));
        layout = assets.layoutOf(assets.record(PROGRAM, LightingSamples.cabinet(village, "L" + number, device)));
        seq = 0;
    }

    @Test
    void commandIsVerifiedByAReportAfterTheAnswerAndByNothingElse() {
        UUID command = order(Order.Action.ON, null, "");
        UUID part = part(command).id();
        report("196.0");
        assertThat(part(command).state()).as("nobody answered yet").isEqualTo(CommandState.ACCEPTED);

        answer(part, "done");
        assertThat(part(command).state()).isEqualTo(CommandState.DEVICE_ACK);

        report("197.5");
        assertThat(commands.get(head, command).state()).isEqualTo(CommandState.VERIFIED);
    }

    @Test
    void firmwareThatAnswersAndDoesNothingHasFailed() {
        UUID command = order(Order.Action.ON, null, "");
        answer(part(command).id(), "done");
        report("0.4");
        assertThat(part(command).state()).as("it may still settle").isEqualTo(CommandState.DEVICE_ACK);

        clock.moveBy(Duration.ofSeconds(20));
        report("0.4");

        assertThat(part(command).state()).isEqualTo(CommandState.FAILED);
        assertThat(part(command).why()).isEqualTo("power-unchanged");
    }

    @Test
    void lateAndRepeatedAnswersChangeNothing() {
        UUID command = order(Order.Action.ON, null, "");
        UUID part = part(command).id();
        answer(part, "done");
        report("196.0");
        Part verified = part(command);

        answer(part, "repeated");
        answer(part, "refused");
        answer(part, "expired");

        assertThat(part(command)).isEqualTo(verified);
    }

    @Test
    void cabinetThatRefusesOrComesTooLateSaysSo() {
        UUID refused = order(Order.Action.ON, null, "");
        answer(part(refused).id(), "refused");
        assertThat(part(refused).state()).isEqualTo(CommandState.FAILED);

        UUID late = order(Order.Action.ON, null, "");
        answer(part(late).id(), "expired");
        assertThat(part(late).state()).isEqualTo(CommandState.EXPIRED);
    }

    @Test
    void silenceEndsACommandAfterItsTime() {
        UUID command = order(Order.Action.ON, null, "");
        commands.tend();
        assertThat(part(command).state()).isEqualTo(CommandState.ACCEPTED);

        clock.moveBy(LightCommands.ANSWER_WITHIN.plusSeconds(1));
        commands.tend();

        assertThat(part(command).state()).isEqualTo(CommandState.EXPIRED);
        assertThat(part(command).why()).isEqualTo("no-answer");
    }

    @Test
    void whoeverOrdersLastWinsAndTheFirstIsToldSo() {
        UUID first = order(Order.Action.ON, null, "");
        UUID second = order(Order.Action.OFF, null, "");

        assertThat(part(first).why()).isEqualTo("superseded");
        assertThat(part(second).state()).isEqualTo(CommandState.ACCEPTED);
        assertThat(part(second).seq()).isGreaterThan(part(first).seq());
        assertThat(commands.standing(List.of(layout.circuits().getFirst().id()), clock.instant()))
                .singleElement()
                .satisfies(standing -> assertThat(standing.level()).isZero());
    }

    @Test
    void sameKeyIsOneCommand() {
        Order order = new Order(target(), Order.Action.ON, null, null, "", "tap-" + number);

        assertThat(commands.order(head, order)).isEqualTo(commands.order(head, order));
    }

    @Test
    void darkeningAtNightNeedsAReasonAndAnEndWithinTwoHours() {
        clock.moveTo("2026-11-23T20:00:00+07:00");
        Instant now = clock.instant();

        assertThat(problemsOf(null, ""))
                .containsExactly(CommandProblem.DARK_NEEDS_REASON, CommandProblem.DARK_TOO_LONG);
        assertThat(problemsOf(now.plus(Duration.ofHours(3)), "sửa dây")).containsExactly(CommandProblem.DARK_TOO_LONG);
        assertThat(order(Order.Action.OFF, now.plus(Duration.ofHours(1)), "sửa dây"))
                .isNotNull();

        clock.moveBy(Duration.ofMinutes(61));
        assertThat(commands.standing(List.of(layout.circuits().getFirst().id()), clock.instant()))
                .as("back to the programme by itself")
                .isEmpty();
    }

    @Test
    void onlyWhoMaySwitchesAndOnlyTheirOwn() {
        UUID elsewhere = places.tree().byCode("15271", null).orElseThrow().id();
        for (Caller caller :
                List.of(CallerSamples.of(Role.RESIDENT, village), CallerSamples.of(Role.VILLAGE_HEAD, elsewhere))) {
            assertThat(catchThrowableOfType(
                            ProblemException.class,
                            () -> commands.order(caller, new Order(target(), Order.Action.ON, null, null, "", null))))
                    .isNotNull();
        }
    }

    private List<Object> problemsOf(Instant until, String reason) {
        return catchThrowableOfType(ProblemException.class, () -> order(Order.Action.OFF, until, reason))
                .problems()
                .stream()
                .<Object>map(problem -> problem.code())
                .toList();
    }

    private UUID order(Order.Action action, Instant until, String reason) {
        return commands.order(head, new Order(target(), action, null, until, reason, null));
    }

    private Order.Target target() {
        return new Order.Target.OfCabinet(layout.cabinet().id());
    }

    private Part part(UUID command) {
        return commands.get(head, command).parts().getFirst();
    }

    private void answer(UUID part, String result) {
        say(MessageKind.ACK, "\"command\":\"" + part + "\",\"commandSeq\":1,\"result\":\"" + result + "\"");
    }

    /** All four circuits with these watts. */
    private void report(String watts) {
        StringBuilder circuits = new StringBuilder("\"circuits\":[");
        layout.circuits()
                .forEach(circuit -> circuits.append(circuits.toString().endsWith("[") ? "" : ",")
                        .append("{\"id\":\"")
                        .append(circuit.code())
                        .append("\",\"on\":true,\"powerW\":")
                        .append(watts)
                        .append('}'));
        say(MessageKind.STATE, circuits.append(']').toString());
    }

    private void say(MessageKind kind, String members) {
        long next = ++seq;
        byte[] json = ("{\"seq\":" + next + "," + members + "}").getBytes(StandardCharsets.UTF_8);
        DeviceMessage message = new DeviceMessage(
                new DeviceId(device), village, kind, next, clock.instant(), clock.instant(), false, json);
        transaction.executeWithoutResult(status -> cabinets.handle(List.of(message)));
    }
}
