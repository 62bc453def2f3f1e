package vn.langso.lighting.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import vn.langso.ForAll;
import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.AlarmSubject;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever cabinets say in whatever order. */
class WatchingPropertyTest {

    private record Key(AlarmKind kind, AlarmSubject subject) {}

    private record Look(Sight sight, Around around, boolean silent) {}

    private final Watching watching = new Watching(WatchSettings.usual(), UUID::randomUUID);

    @Test
    void neverAreTwoAlarmsOfOneSubjectAndKindOpen() {
        ForAll.forAll(300, WatchingPropertyTest::night, looks -> {
            WatchState state = WatchState.empty();
            Map<UUID, Key> open = new HashMap<>();
            for (Look look : looks) {
                Watching.Outcome outcome = look(state, look);
                apply(outcome.moves(), open);
                state = outcome.state();
                assertThat(new HashSet<>(open.values())).hasSameSizeAs(open.keySet());
                Set<UUID> remembered = new HashSet<>();
                state.watched().forEach(one -> {
                    if (one.alarmId() != null) {
                        remembered.add(one.alarmId());
                    }
                });
                assertThat(remembered).isEqualTo(open.keySet());
            }
        });
    }

    @Test
    void messagesOfThePastChangeNothingInAnyOrder() {
        ForAll.forAll(300, WatchingPropertyTest::night, looks -> {
            WatchState state = WatchState.empty();
            for (Look look : looks) {
                state = look(state, look).state();
            }
            for (Look look : looks.reversed()) {
                Sight sight = look.sight();
                Sight late = new Sight(
                        sight.cabinetId(),
                        sight.at(),
                        sight.at().plus(Duration.ofDays(3)),
                        sight.previousAt(),
                        false,
                        sight.local(),
                        sight.doorOpen(),
                        sight.breakerTripped(),
                        sight.supply(),
                        sight.circuits());
                Watching.Outcome outcome = watching.see(state, late, look.around());
                assertThat(outcome.moves()).isEmpty();
                assertThat(outcome.state()).isSameAs(state);
            }
        });
    }

    @Test
    void aNightThatEndsInOrderLeavesNothingOpen() {
        ForAll.forAll(300, WatchingPropertyTest::night, looks -> {
            WatchState state = WatchState.empty();
            for (Look look : looks) {
                state = look(state, look).state();
            }
            CabinetSample fine = CabinetSample.atNine();
            fine.at = looks.getLast().sight().at();
            for (int i = 0; i < 3; i++) {
                fine.all(part -> part.wanted = new Wanted(100, CabinetSample.DUSK, java.time.Instant.MAX));
                state = watching.see(state, fine.later(Duration.ofMinutes(1)).sight(), Around.quiet())
                        .state();
            }
            assertThat(state.watched()).isEmpty();
        });
    }

    private Watching.Outcome look(WatchState state, Look look) {
        return look.silent()
                ? watching.miss(state, look.sight(), look.sight().at().minusSeconds(400), look.around())
                : watching.see(state, look.sight(), look.around());
    }

    private static void apply(List<Move> moves, Map<UUID, Key> open) {
        for (Move move : moves) {
            switch (move) {
                case Move.Opened opened ->
                    open.put(
                            opened.alarmId(),
                            new Key(opened.finding().kind(), opened.finding().subject()));
                case Move.Changed changed -> assertThat(open).containsKey(changed.alarmId());
                case Move.Ended ended ->
                    assertThat(open.remove(ended.alarmId())).isNotNull();
            }
        }
    }

    private static List<Look> night(RandomGenerator random) {
        CabinetSample cabinet = CabinetSample.atNine();
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            cabinet.later(Duration.ofSeconds(random.nextInt(1, 120)));
            mishap(cabinet, random);
            Around around = switch (random.nextInt(8)) {
                case 0 -> new Around("Điện lực Mẫu", () -> 0, false);
                case 1 -> new Around(null, () -> 3, false);
                case 2 -> new Around(null, () -> 0, true);
                default -> Around.quiet();
            };
            looks.add(new Look(cabinet.sight(), around, random.nextInt(15) == 0));
        }
        return looks;
    }

    private static void mishap(CabinetSample cabinet, RandomGenerator random) {
        String code = cabinet.codes().get(random.nextInt(cabinet.codes().size()));
        switch (random.nextInt(12)) {
            case 0 -> cabinet.door = maybe(random);
            case 1 -> cabinet.local = maybe(random);
            case 2 -> cabinet.breaker = maybe(random);
            case 3 -> cabinet.supply = maybe(random);
            case 4 -> cabinet.road(random.nextInt(1, 6), part -> part.off(random.nextBoolean() ? "local" : "plan"));
            case 5 -> cabinet.circuit(code, CabinetSample.Part::noPower);
            case 6 -> cabinet.circuit(code, part -> part.lose(random.nextInt(part.lamps.size())));
            case 7 -> cabinet.circuit(code, part -> part.whole = maybe(random));
            case 8 -> cabinet.circuit(code, part -> part.powerW = null);
            case 9 -> cabinet.all(part -> part.off(null));
            default -> cabinet.all(CabinetSample.Part::back);
        }
    }

    private static @Nullable Boolean maybe(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> true;
            default -> false;
        };
    }
}
