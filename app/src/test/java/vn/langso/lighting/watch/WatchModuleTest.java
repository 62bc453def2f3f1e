package vn.langso.lighting.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.kernel.Ids;
import vn.langso.lighting.Layout;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingSamples;
import vn.langso.lighting.alarms.Alarm;
import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.Alarms;
import vn.langso.lighting.readings.CabinetState;
import vn.langso.lighting.readings.Observation;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
class WatchModuleTest {

    private static final Caller PROGRAM = Caller.program("watch.test");

    /** 20:00 by the sun of any season: everything burns by the usual programme. */
    private static final Instant EVENING = Instant.parse("2026-11-23T13:00:00Z");

    @Autowired
    private Looking looking;

    @Autowired
    private Alarms alarms;

    @Autowired
    private LightingAssets assets;

    @Autowired
    private Places places;

    @Autowired
    private TransactionTemplate transaction;

    private UUID village;
    private Layout layout;
    private CabinetState before;

    @BeforeEach
    void cabinet() {
        village = places.tree()
                .byCode("15298-84", null)
                .map(place -> place.id())
                .orElseGet(() -> {
                    UUID commune = places.tree()
                            .byCode("15298", LightingSamples.SINCE)
                            .orElseThrow()
                            .id();
                    return places.establishVillage(
                            PROGRAM,
                            new NewVillage("15298-84", "thon", "Canh Đèn Mẫu", commune),
                            new Decision("MẪU-82", LightingSamples.SINCE, "Lập thôn"));
                });
        String name = "w-" + Ids.next().toString().substring(24);
        UUID id = assets.record(PROGRAM, LightingSamples.cabinet(village, name, name));
        layout = assets.layoutOf(id);
        before = state(EVENING, "closed", true, 1);
        see(before, EVENING);
    }

    @Test
    void aRoadDarkenedByHandIsAnAlarmInTheSameTransactionAndEndsWhenItBurnsAgain() {
        assertThat(open()).isEmpty();

        see(state(EVENING.plusSeconds(5), "open", false, 2), EVENING.plusSeconds(5));
        assertThat(open()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(AlarmKind.TAMPERING);
            assertThat(alarm.lamps()).hasSize(18);
            assertThat(alarm.isWaiting()).isTrue();
        });

        see(state(EVENING.plusSeconds(10), "closed", true, 3), EVENING.plusSeconds(10));
        see(state(EVENING.plusSeconds(60), "closed", true, 4), EVENING.plusSeconds(60));
        assertThat(open()).isEmpty();
    }

    @Test
    void darknessThatIsHeardOfDaysLaterRaisesNoAlarm() {
        see(state(EVENING.plusSeconds(5), "open", false, 2), EVENING.plus(Duration.ofDays(3)));

        assertThat(open()).isEmpty();
    }

    private List<Alarm> open() {
        return alarms.open(List.of(village), 50).stream()
                .filter(alarm -> alarm.cabinetId().equals(layout.cabinet().id()))
                .toList();
    }

    private void see(CabinetState state, Instant receivedAt) {
        Observation observation =
                new Observation(layout, state.seq(), state.at(), receivedAt, false, false, before, state, null, null);
        transaction.executeWithoutResult(status -> looking.observed(List.of(observation)));
        before = state;
    }

    private CabinetState state(Instant at, String door, boolean lit, long seq) {
        int circuits = layout.circuitSlots();
        Boolean[] on = new Boolean[circuits];
        Arrays.fill(on, lit);
        Integer[] power = new Integer[circuits];
        layout.circuits().forEach(circuit -> power[circuit.slot()] = lit ? layout.ratedW(circuit) * 10 : 0);
        Boolean[] whole = new Boolean[circuits];
        Arrays.fill(whole, true);
        return new CabinetState(
                layout.cabinet().id(),
                seq,
                at,
                at,
                lit ? "remote" : "local",
                door,
                "closed",
                true,
                null,
                null,
                on,
                power,
                new Integer[circuits],
                new Long[circuits],
                whole,
                new Boolean[0],
                new Integer[0]);
    }
}
