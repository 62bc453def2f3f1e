package vn.langso.lighting.repairs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;
import vn.langso.lighting.alarms.Alarm;
import vn.langso.platform.TestDatabase;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;

class RepairStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NINE = RepairSamples.NINE;

    private final RepairStore store = new RepairStore(DATABASE.jdbc());
    private final UUID village = Ids.next();
    private final Alarm alarm = RepairSamples.alarm(village, Ids.next());
    private final UUID id = Ids.next();

    @Test
    void anAlarmIsWorkOnce() {
        assertThat(store.insert(id, alarm, NINE)).isTrue();
        assertThat(store.insert(Ids.next(), alarm, NINE)).isFalse();
        assertThat(store.list(List.of(village), false, null, 10))
                .singleElement()
                .satisfies(repair -> {
                    assertThat(repair.state()).isEqualTo(Repair.State.OPEN);
                    assertThat(repair.taken()).isNull();
                    assertThat(repair.label()).isEqualTo("1a");
                });
        assertThat(store.openCount(List.of(village))).isEqualTo(1);
    }

    @Test
    void workIsTakenDoneAndVerifiedByTheEndOfItsAlarm() {
        store.insert(id, alarm, NINE);
        assertThat(store.done(id, NINE, "", "thay bóng", null)).isFalse();
        assertThat(store.take(id, CallerSamples.of(Role.ELECTRICIAN, village), NINE.plusSeconds(60)))
                .isTrue();
        assertThat(store.take(id, CallerSamples.of(Role.ELECTRICIAN, village), NINE))
                .isFalse();
        assertThat(store.isUnderway(alarm.cabinetId(), NINE)).isTrue();
        assertThat(store.isUnderway(alarm.cabinetId(), NINE.plusSeconds(61))).isFalse();
        store.beforePhoto(id, Ids.next());
        assertThat(store.done(id, NINE.plusSeconds(600), "1 bóng", "thay bóng", Ids.next()))
                .isTrue();
        assertThat(store.verify(alarm.id(), NINE.plusSeconds(660))).contains(id);
        assertThat(store.verify(alarm.id(), NINE.plusSeconds(660))).isEmpty();

        assertThat(store.mended(List.of(village), NINE)).isEqualTo(new RepairStore.Mended(1, 660));
        assertThat(store.list(List.of(village), false, null, 10)).isEmpty();
        assertThat(store.list(List.of(village), true, null, 10)).hasSize(1);
    }

    @Test
    void whatDidNotHelpIsOpenedAgainAndCounted() {
        store.insert(id, alarm, NINE);
        store.take(id, CallerSamples.of(Role.ELECTRICIAN, village), NINE);
        assertThat(store.reopen(id)).isFalse();
        store.done(id, NINE, "", "thay bóng", null);
        assertThat(store.reopen(id)).isTrue();

        Repair again = store.find(id).orElseThrow();
        assertThat(again.state()).isEqualTo(Repair.State.OPEN);
        assertThat(again.reopened()).isEqualTo(1);
        store.take(id, CallerSamples.of(Role.ELECTRICIAN, village), NINE);
        assertThat(store.giveBack(id)).isTrue();
    }
}
