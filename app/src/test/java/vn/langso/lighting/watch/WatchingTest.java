package vn.langso.lighting.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.Ending;
import vn.langso.lighting.watch.CabinetSample.Part;

import static org.assertj.core.api.Assertions.assertThat;

class WatchingTest {

    private final Watching watching = new Watching(WatchSettings.usual(), UUID::randomUUID);
    private final CabinetSample cabinet = CabinetSample.atNine();
    private WatchState state = WatchState.empty();
    private Around around = Around.quiet();

    @Test
    void aLookAtWhatIsFineChangesNothing() {
        see(0);
        WatchState before = state;

        assertThat(see(60)).isEmpty();
        assertThat(state).isSameAs(before);
    }

    @Test
    void theThiefsHandIsOneAlarmThatExplainsDoorAndSwitch() {
        see(0);
        cabinet.door = true;
        assertThat(opened(see(5))).containsExactly(AlarmKind.DOOR_OPEN);
        cabinet.local = true;
        assertThat(opened(see(1))).containsExactly(AlarmKind.LOCAL_MODE);

        cabinet.circuit("3a", part -> part.off("local"));
        List<Move> dark = see(1);
        assertThat(opened(dark)).containsExactly(AlarmKind.TAMPERING);
        assertThat(endings(dark)).containsExactly(Ending.EXPLAINED, Ending.EXPLAINED);

        cabinet.circuit("3b", part -> part.off("local"));
        List<Move> darker = see(1);
        assertThat(darker).singleElement().isInstanceOf(Move.Changed.class);
        assertThat(see(60)).isEmpty();
    }

    @Test
    void anAlarmEndsOnlyAfterSomeQuiet() {
        see(0);
        cabinet.road(3, part -> part.off("local"));
        see(10);
        cabinet.road(3, Part::back);

        assertThat(see(10)).isEmpty();
        assertThat(see(10)).isEmpty();
        Instant back = cabinet.at.minusSeconds(10);
        assertThat(see(10)).singleElement().satisfies(move -> {
            assertThat(move).isInstanceOf(Move.Ended.class);
            assertThat(((Move.Ended) move).at()).isEqualTo(back);
            assertThat(((Move.Ended) move).ending()).isEqualTo(Ending.BACK);
        });
    }

    @Test
    void aLooseContactIsOneAlarm() {
        see(0);
        int alarms = 0;
        for (int i = 0; i < 50; i++) {
            cabinet.road(3, i % 2 == 0 ? part -> part.off("local") : Part::back);
            alarms += opened(see(7)).size();
        }

        assertThat(alarms).isEqualTo(1);
    }

    @Test
    void aLampFaultWaitsForItsPatienceAndOutlivesTheDay() {
        see(0);
        cabinet.circuit("3b", part -> part.lose(1));
        assertThat(see(60)).isEmpty();
        assertThat(opened(see(301))).containsExactly(AlarmKind.LAMP_FAULT);

        cabinet.all(part -> {
            part.off("plan");
            part.lost = 0;
            part.wanted = new Wanted(0, cabinet.at, Instant.MAX);
        });
        assertThat(see(3_600)).isEmpty();
        assertThat(see(3_600)).isEmpty();

        cabinet.all(part -> {
            part.back();
            part.wanted = new Wanted(100, cabinet.at, Instant.MAX);
        });
        see(3_600);
        assertThat(endings(see(60))).containsExactly(Ending.BACK);
    }

    @Test
    void tamperingThatLastsUntilDawnEndsBecauseNoLightIsWanted() {
        see(0);
        cabinet.road(3, part -> part.off("local"));
        see(10);
        cabinet.all(part -> {
            part.off("plan");
            part.wanted = new Wanted(0, cabinet.at, Instant.MAX);
        });
        see(3_600);

        assertThat(endings(see(60))).containsExactly(Ending.NO_LIGHT_WANTED);
    }

    @Test
    void anOutageHoldsWhatWasOpenBefore() {
        see(0);
        cabinet.road(3, part -> part.off("local"));
        see(10);
        cabinet.supply = false;
        cabinet.all(Part::noPower);
        assertThat(opened(see(10))).containsExactly(AlarmKind.SUPPLY_OUTAGE);
        assertThat(see(600)).isEmpty();

        cabinet.supply = true;
        cabinet.all(Part::back);
        see(10);
        assertThat(endings(see(60))).containsExactlyInAnyOrder(Ending.BACK, Ending.BACK);
    }

    @Test
    void roadsGoIntoTheAlarmOfTheirCabinetAndDoNotComeOutOfIt() {
        see(0);
        cabinet.road(3, part -> part.off("local"));
        see(1);
        cabinet.all(part -> part.off("local"));
        List<Move> all = see(1);
        assertThat(opened(all)).containsExactly(AlarmKind.TAMPERING);
        assertThat(endings(all)).containsExactly(Ending.EXPLAINED);

        cabinet.road(1, Part::back);
        assertThat(see(60)).singleElement().isInstanceOf(Move.Changed.class);
    }

    @Test
    void wattsThatAreUnknownEndNothing() {
        see(0);
        cabinet.road(3, Part::noPower);
        see(10);
        cabinet.road(3, part -> part.powerW = null);

        assertThat(see(600)).isEmpty();
        assertThat(see(600)).isEmpty();
    }

    @Test
    void workAtTheCabinetHoldsEverything() {
        see(0);
        cabinet.door = true;
        see(10);
        around = new Around(null, () -> 0, true);
        cabinet.all(part -> part.off("local"));

        assertThat(see(10)).isEmpty();
        assertThat(see(600)).isEmpty();
    }

    @Test
    void aFloodOfThreeDaysRaisesNoAlarmAndIsKept() {
        see(0);
        cabinet.receivedAt = cabinet.at.plus(Duration.ofDays(3));
        cabinet.road(3, part -> part.off("local"));
        WatchState before = state;

        Watching.Outcome late =
                watching.see(state, cabinet.later(Duration.ofHours(1)).sight(), around);

        assertThat(late.moves()).isEmpty();
        assertThat(late.state()).isSameAs(before);
        assertThat(late.late()).extracting(Finding::kind).containsExactly(AlarmKind.TAMPERING);
    }

    @Test
    void aMessageThatIsOvertakenDoesNotRaiseAnEndedAlarmAgain() {
        see(0);
        cabinet.road(3, part -> part.off("local"));
        see(10);
        Sight dark = cabinet.sight();
        cabinet.road(3, Part::back);
        see(10);
        see(60);

        cabinet.road(3, part -> part.off("local"));
        cabinet.previousAt = cabinet.at;
        cabinet.receivedAt = cabinet.at;
        cabinet.at = dark.at();

        Watching.Outcome overtaken = watching.see(state, cabinet.sight(), around);
        assertThat(overtaken.moves()).isEmpty();
        assertThat(overtaken.state()).isSameAs(state);
    }

    @Test
    void aClockThatCannotBeRightRaisesNoAlarmOfDarknessButOfTheDoor() {
        CabinetSample noon = CabinetSample.atNoon();
        noon.doubtful = true;
        noon.at = CabinetSample.NINE;
        noon.receivedAt = CabinetSample.NINE;
        noon.door = true;
        noon.all(part -> part.wanted = new Wanted(100, CabinetSample.DUSK, CabinetSample.ELEVEN));

        assertThat(opened(watching.see(state, noon.sight(), around).moves())).containsExactly(AlarmKind.DOOR_OPEN);
    }

    @Test
    void silenceAtNightIsAnAlarmThatTheNextWordEnds() {
        see(0);
        Instant silentSince = cabinet.at;
        cabinet.later(Duration.ofMinutes(5));
        Watching.Outcome missed = watching.miss(state, cabinet.sight(), silentSince, around);
        assertThat(opened(missed.moves())).containsExactly(AlarmKind.CABINET_SILENT);
        state = missed.state();
        assertThat(watching.miss(state, cabinet.later(Duration.ofMinutes(5)).sight(), silentSince, around)
                        .moves())
                .isEmpty();

        see(60);
        assertThat(endings(see(60))).containsExactly(Ending.BACK);
    }

    private List<Move> see(int seconds) {
        Sight sight = cabinet.later(Duration.ofSeconds(seconds)).sight();
        Watching.Outcome outcome = watching.see(state, sight, around);
        state = outcome.state();
        return outcome.moves();
    }

    static List<AlarmKind> opened(List<Move> moves) {
        List<AlarmKind> kinds = new ArrayList<>();
        for (Move move : moves) {
            if (move instanceof Move.Opened opened) {
                kinds.add(opened.finding().kind());
            }
        }
        return kinds;
    }

    private static List<Ending> endings(List<Move> moves) {
        return moves.stream()
                .filter(Move.Ended.class::isInstance)
                .map(move -> ((Move.Ended) move).ending())
                .toList();
    }
}
