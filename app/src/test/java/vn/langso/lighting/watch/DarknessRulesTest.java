package vn.langso.lighting.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.Reason;
import vn.langso.lighting.watch.CabinetSample.Part;

import static org.assertj.core.api.Assertions.assertThat;

/** One test for each row of the table in docs/darkness-watch.md; the name begins with the row. */
class DarknessRulesTest {

    private final DarknessRules rules = new DarknessRules(WatchSettings.usual());
    private final CabinetSample cabinet = CabinetSample.atNine();
    private WatchState state = WatchState.empty().seeing(CabinetSample.atNine().sight());

    @Test
    void nothingIsWrongWhileAllBurns() {
        assertThat(judge(Around.quiet())).isEmpty();
    }

    @Test
    void nothingIsWrongByDay() {
        assertThat(rules.judge(WatchState.empty(), CabinetSample.atNoon().sight(), Around.quiet()))
                .isEqualTo(Verdict.FINE);
    }

    @Test
    void k1_whileAnElectricianIsAtWorkNothingIsAnAlarmAndNothingEnds() {
        cabinet.door = true;
        cabinet.all(part -> part.off("local"));

        Verdict verdict = verdict(new Around(null, () -> 0, true));

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.held()).containsExactlyInAnyOrder(AlarmKind.values());
    }

    @Test
    void k2_supplyLostDuringAnAnnouncedCutIsThePlannedCut() {
        dead();

        Finding found = single(new Around("Điện lực Mẫu", () -> 9, false));

        assertThat(found.kind()).isEqualTo(AlarmKind.PLANNED_CUT);
        assertThat(found.lamps()).hasSize(40);
        assertThat(found.reasons()).containsExactly(Reason.of("supply-lost"), Reason.of("planned", "Điện lực Mẫu"));
    }

    @Test
    void k3_supplyLostTogetherWithNeighboursIsAnOutageEvenWithTheDoorOpen() {
        openDoor(Duration.ofMinutes(1));
        dead();

        List<Finding> found = judge(new Around(null, () -> 2, false));

        assertThat(found).extracting(Finding::kind).containsExactly(AlarmKind.SUPPLY_OUTAGE, AlarmKind.DOOR_OPEN);
        assertThat(found.getFirst().reasons()).contains(Reason.of("neighbours-out", 2));
    }

    @Test
    void k4_supplyLostAtOneCabinetAfterItsDoorWasOpenedIsTampering() {
        openDoor(Duration.ofMinutes(1));
        dead();

        Finding found = single(new Around(null, () -> 1, false));

        assertThat(found.kind()).isEqualTo(AlarmKind.TAMPERING);
        assertThat(found.subject()).isEqualTo(CabinetSample.cabinet());
        assertThat(found.reasons()).extracting(Reason::key).contains("supply-lost", "neighbours-heard", "door-opened");
    }

    @Test
    void k5_supplyLostAtOneCabinetAloneIsAnOutage() {
        dead();

        assertThat(single(Around.quiet()).kind()).isEqualTo(AlarmKind.SUPPLY_OUTAGE);
    }

    @Test
    void k6_breakerTrippedAfterTheDoorWasOpenedAtNightIsTampering() {
        openDoor(Duration.ofMinutes(3));
        cabinet.breaker = true;
        cabinet.all(Part::noPower);

        assertThat(single(Around.quiet()).kind()).isEqualTo(AlarmKind.TAMPERING);
    }

    @Test
    void k7_breakerTrippedBehindAShutDoorIsABreaker() {
        cabinet.breaker = true;
        cabinet.all(Part::noPower);

        Finding found = single(Around.quiet());

        assertThat(found.kind()).isEqualTo(AlarmKind.BREAKER_TRIPPED);
        assertThat(found.roads()).containsExactly("T1", "T2", "T3", "T4", "T5");
    }

    @Test
    void k8_allWattsGoneWithoutAWordOnSupplyFollowsTheCutOrTheNeighbours() {
        cabinet.supply = null;
        cabinet.all(Part::noPower);

        assertThat(single(new Around("Điện lực Mẫu", () -> 0, false)).kind()).isEqualTo(AlarmKind.PLANNED_CUT);
        assertThat(single(new Around(null, () -> 3, false)).kind()).isEqualTo(AlarmKind.SUPPLY_OUTAGE);
        assertThat(single(new Around(null, () -> 1, false)).kind()).isEqualTo(AlarmKind.TAMPERING);
    }

    @Test
    void k9_doorAndSwitchAreAlarmsOfTheirOwnWhileAllBurns() {
        cabinet.door = true;
        cabinet.local = true;

        assertThat(judge(Around.quiet()))
                .extracting(Finding::kind)
                .containsExactly(AlarmKind.DOOR_OPEN, AlarmKind.LOCAL_MODE);
    }

    @Test
    void c1_anOpenCableIsACutByNight() {
        cabinet.road(3, part -> part.whole = false);

        Finding found = single(Around.quiet());

        assertThat(found.kind()).isEqualTo(AlarmKind.CABLE_CUT);
        assertThat(found.subject()).isEqualTo(CabinetSample.road(3));
        assertThat(found.lamps()).hasSize(8);
    }

    @Test
    void c1_anOpenCableIsACutByDayAndWithoutSupply() {
        CabinetSample noon = CabinetSample.atNoon().circuit("3a", part -> part.whole = false);
        assertThat(rules.judge(WatchState.empty(), noon.sight(), Around.quiet()).findings())
                .extracting(Finding::kind)
                .containsExactly(AlarmKind.CABLE_CUT);

        dead();
        cabinet.circuit("3a", part -> part.whole = false);
        assertThat(judge(Around.quiet()))
                .extracting(Finding::kind)
                .containsExactly(AlarmKind.SUPPLY_OUTAGE, AlarmKind.CABLE_CUT);
    }

    @Test
    void c2_burningWhenDarkIsWantedIsUnexpected() {
        CabinetSample noon = CabinetSample.atNoon().road(2, Part::back);

        assertThat(rules.judge(WatchState.empty(), noon.sight(), Around.quiet()).findings())
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(AlarmKind.UNEXPECTED_ON, CabinetSample.road(2)));
    }

    @Test
    void c3_whatIsWantedIsUnknownSoNothingIsJudged() {
        cabinet.all(part -> {
            part.off("local");
            part.wanted = Wanted.unknown();
        });

        assertThat(judge(Around.quiet())).isEmpty();
    }

    @Test
    void c4_timersMayBeLateAtDuskAndEarlyAtEleven() {
        state = WatchState.empty();
        cabinet.at = CabinetSample.DUSK.plusSeconds(100);
        cabinet.all(part -> part.off("plan"));
        assertThat(judge(Around.quiet())).isEmpty();

        state = WatchState.empty().seeing(CabinetSample.atNine().sight());
        cabinet.at = CabinetSample.ELEVEN.minusSeconds(100);
        assertThat(judge(Around.quiet())).isEmpty();
    }

    @Test
    void c4_whatBurnedAndGoesOutWithinTheGraceIsJudged() {
        CabinetSample dusk = CabinetSample.atNine().with(one -> one.at = CabinetSample.DUSK.plusSeconds(30));
        state = WatchState.empty().seeing(dusk.sight());
        cabinet.at = CabinetSample.DUSK.plusSeconds(60);
        cabinet.road(3, part -> part.off(null));

        assertThat(single(Around.quiet()).kind()).isEqualTo(AlarmKind.TAMPERING);
    }

    @Test
    void c4_afterAnOrderToBeDarkHasEndedTheCabinetHasTheGraceToFollow() {
        cabinet.road(3, part -> {
            part.off("command");
            part.wanted = new Wanted(0, CabinetSample.NINE.minusSeconds(600), CabinetSample.NINE);
        });
        state = state.seeing(cabinet.sight());
        cabinet.road(3, part -> part.wanted = new Wanted(100, CabinetSample.DUSK, CabinetSample.ELEVEN));
        cabinet.later(Duration.ofSeconds(5));
        assertThat(judge(Around.quiet())).isEmpty();

        state = state.seeing(cabinet.sight());
        cabinet.later(Duration.ofMinutes(2));
        assertThat(single(Around.quiet()).kind()).isEqualTo(AlarmKind.TAMPERING);
    }

    @Test
    void c5_aRelayThatTheCabinetsOwnPlanSwitchedOffIsAWrongPlan() {
        cabinet.road(3, part -> part.off("timer"));

        assertThat(single(Around.quiet()).kind()).isEqualTo(AlarmKind.WRONG_PLAN);
    }

    @Test
    void c6_aRelayThatNobodyOrderedOffIsTampering() {
        openDoor(Duration.ofSeconds(20));
        cabinet.local = true;
        cabinet.road(3, part -> part.off("local"));

        Finding found = single(Around.quiet());

        assertThat(found.kind()).isEqualTo(AlarmKind.TAMPERING);
        assertThat(found.subject()).isEqualTo(CabinetSample.road(3));
        assertThat(found.roads()).containsExactly("T3");
        assertThat(found.lamps()).startsWith("T3-01").endsWith("T3-08").hasSize(8);
        assertThat(found.reasons())
                .extracting(Reason::key)
                .containsExactly("relay-off", "nobody-ordered", "relay-off", "local", "door-opened");
    }

    @Test
    void c6_aCommandThatNobodyHereGaveIsTampering() {
        cabinet.road(3, part -> part.off("command"));

        assertThat(single(Around.quiet()).reasons()).extracting(Reason::key).contains("relay-off-by-foreign-command");
    }

    @Test
    void c7_twoCircuitsOfARoadThatLosePowerTogetherAreTampering() {
        cabinet.road(3, Part::noPower);

        Finding found = single(Around.quiet());

        assertThat(found.kind()).isEqualTo(AlarmKind.TAMPERING);
        assertThat(found.reasons()).extracting(Reason::key).contains("circuits-together");
    }

    @Test
    void c8_powerThatGoesWhereTheCableIsNotMeasuredIsACut() {
        cabinet.circuit("3a", part -> {
            part.noPower();
            part.whole = null;
        });

        assertThat(single(Around.quiet()).kind()).isEqualTo(AlarmKind.CABLE_CUT);
    }

    @Test
    void c9_oneCircuitWithoutPowerBehindAWholeCableIsAFault() {
        cabinet.circuit("3a", Part::noPower);

        assertThat(single(Around.quiet()).kind()).isEqualTo(AlarmKind.CIRCUIT_FAULT);
    }

    @Test
    void c9_aCircuitThatNeverCameOnIsAFaultEvenWhenTheCableIsNotMeasured() {
        state = WatchState.empty();
        cabinet.road(3, part -> {
            part.noPower();
            part.whole = null;
        });
        state = state.seeing(cabinet.sight());
        cabinet.later(Duration.ofMinutes(3));

        assertThat(single(Around.quiet()).kind()).isEqualTo(AlarmKind.CIRCUIT_FAULT);
    }

    @Test
    void c10_manyWattsTooManyAreAnOverload() {
        cabinet.circuit("1a", part -> part.powerW = 420.0);

        Finding found = single(Around.quiet());

        assertThat(found.kind()).isEqualTo(AlarmKind.OVERLOAD);
        assertThat(found.reasons()).containsExactly(Reason.of("watts-over", "1a", 420, 200));
    }

    @Test
    void c11_threeLampsAtOnceAreALine() {
        cabinet.circuit("1a", part -> part.lose(3));

        assertThat(single(Around.quiet()).kind()).isEqualTo(AlarmKind.CABLE_CUT);
    }

    @Test
    void c12_oneLampMissingFromTheWattsIsALampFaultOfTheCircuit() {
        cabinet.circuit("3b", part -> part.lose(1));

        Finding found = single(Around.quiet());

        assertThat(found.kind()).isEqualTo(AlarmKind.LAMP_FAULT);
        assertThat(found.subject()).isEqualTo(CabinetSample.circuit("3b"));
        assertThat(found.reasons()).containsExactly(Reason.of("watts-missing", "3b", 119, 1, 4));
    }

    @Test
    void c12_threeLampsOneAfterTheOtherAreLampFaults() {
        for (int lost = 1; lost <= 3; lost++) {
            int now = lost;
            cabinet.circuit("1a", part -> part.lose(now)).later(Duration.ofHours(1));
            cabinet.all(part -> part.wanted = new Wanted(100, CabinetSample.DUSK, Instant.MAX));
            state = state.seeing(cabinet.sight());
        }

        assertThat(single(Around.quiet()).kind()).isEqualTo(AlarmKind.LAMP_FAULT);
    }

    @Test
    void c13_aLampThatSaysSoIsALampFaultOfItsOwn() {
        cabinet.circuit(
                "3b",
                part -> part.faulty.add(new CircuitSight.FaultyLamp(CabinetSample.id("T3-06"), "T3-06", "driver")));

        Finding found = single(Around.quiet());

        assertThat(found.lamps()).containsExactly("T3-06");
        assertThat(found.reasons()).containsExactly(Reason.of("lamp-says-driver", "T3-06"));
    }

    @Test
    void m1_allRoadsAtOnceAreOneAlarmOfTheCabinet() {
        cabinet.all(part -> part.off("local"));

        Finding found = single(Around.quiet());

        assertThat(found.subject()).isEqualTo(CabinetSample.cabinet());
        assertThat(found.lamps()).hasSize(40);
    }

    @Test
    void s1_aCabinetNotHeardAtNightIsACaseOfItsOwn() {
        List<Finding> found = silent(Around.quiet());

        assertThat(found).extracting(Finding::kind).containsExactly(AlarmKind.CABINET_SILENT);
        assertThat(found.getFirst().reasons()).extracting(Reason::key).containsExactly("silent", "neighbours-heard");
    }

    @Test
    void s2_silenceWithNeighboursIsAnOutageAndDuringACutThePlannedCut() {
        assertThat(silent(new Around(null, () -> 4, false)))
                .extracting(Finding::kind)
                .containsExactly(AlarmKind.SUPPLY_OUTAGE);
        assertThat(silent(new Around("Điện lực Mẫu", () -> 4, false)))
                .extracting(Finding::kind)
                .containsExactly(AlarmKind.PLANNED_CUT);
    }

    @Test
    void s3_silenceByDayIsNoAlarm() {
        Sight noon = CabinetSample.atNoon().sight();

        assertThat(rules.judgeSilent(state, noon, noon.at(), Around.quiet()).findings())
                .isEmpty();
    }

    private List<Finding> silent(Around around) {
        return rules.judgeSilent(state, cabinet.sight(), cabinet.at.minusSeconds(300), around)
                .findings();
    }

    private void dead() {
        cabinet.supply = false;
        cabinet.all(Part::noPower);
    }

    private void openDoor(Duration before) {
        Consumer<CabinetSample> open = one -> {
            one.door = true;
            one.at = CabinetSample.NINE.minus(before);
        };
        state = state.seeing(CabinetSample.atNine().with(open).sight());
        cabinet.door = true;
    }

    private Verdict verdict(Around around) {
        Sight sight = cabinet.sight();
        return rules.judge(state.seeing(sight), sight, around);
    }

    private List<Finding> judge(Around around) {
        return verdict(around).findings();
    }

    private Finding single(Around around) {
        List<Finding> found = judge(around);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
