package vn.langso.lighting.alarms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;
import vn.langso.platform.TestDatabase;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;

class AlarmStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NINE = Instant.parse("2026-11-23T14:00:00Z");

    private final AlarmStore store =
            new AlarmStore(DATABASE.jdbc(), JsonMapper.builder().build());
    private final UUID village = Ids.next();
    private final UUID cabinet = Ids.next();
    private final UUID road = Ids.next();

    @Test
    void alarmIsReadBackWithItsReasons() {
        NewAlarm raised = raise();

        Alarm alarm = store.find(raised.id()).orElseThrow();
        assertThat(alarm.kind()).isEqualTo(AlarmKind.TAMPERING);
        assertThat(alarm.subject()).isEqualTo(raised.subject());
        assertThat(alarm.lamps()).containsExactly("T3-01", "T3-02");
        assertThat(alarm.reasons()).isEqualTo(raised.reasons());
        assertThat(alarm.since().toInstant()).isEqualTo(NINE);
        assertThat(alarm.isWaiting()).isTrue();
        assertThat(store.open(List.of(village), 10)).containsExactly(alarm);
    }

    @Test
    void oneOfASubjectAndKindIsOpenAtATime() {
        NewAlarm first = raise();

        assertThat(store.insert(AlarmSamples.tampering(village, cabinet, road, NINE), NINE))
                .isFalse();
        assertThat(store.end(first.id(), NINE.plusSeconds(60), Ending.BACK)).isTrue();
        assertThat(store.end(first.id(), NINE.plusSeconds(90), Ending.BACK)).isFalse();
        assertThat(store.insert(AlarmSamples.tampering(village, cabinet, road, NINE), NINE))
                .isTrue();
    }

    @Test
    void answeredAndOverAreTwoThings() {
        NewAlarm raised = raise();
        store.end(raised.id(), NINE.plusSeconds(60), Ending.BACK);
        assertThat(store.list(List.of(village), AlarmFilter.ATTENTION, null, 10))
                .hasSize(1);

        store.answer(raised.id(), Answer.GOING, head("Trưởng thôn Mẫu"), NINE.plusSeconds(120));
        store.answer(raised.id(), Answer.KNOWN, head("Người Mẫu"), NINE.plusSeconds(180));

        Alarm alarm = store.find(raised.id()).orElseThrow();
        assertThat(alarm.answered())
                .isEqualTo(new Alarm.Answered(
                        Answer.GOING, NINE.plusSeconds(120).atOffset(ZoneOffset.UTC), "Trưởng thôn Mẫu"));
        assertThat(store.list(List.of(village), AlarmFilter.ATTENTION, null, 10))
                .isEmpty();
    }

    @Test
    void falseAlarmMayBeToldAfterGoing() {
        NewAlarm raised = raise();
        store.answer(raised.id(), Answer.GOING, head("Trưởng thôn Mẫu"), NINE);
        store.answer(raised.id(), Answer.FALSE, head("Người Mẫu"), NINE);

        assertThat(store.find(raised.id()).orElseThrow().answered())
                .extracting(Alarm.Answered::answer)
                .isEqualTo(Answer.FALSE);
    }

    @Test
    void answersAreReadInTheirOrder() {
        NewAlarm raised = raise();
        UUID photo = Ids.next();
        store.insertAnswer(raised.id(), Answer.GOING, head("Trưởng thôn Mẫu"), NINE, "", null);
        store.insertAnswer(raised.id(), Answer.FOUND, head("Trưởng thôn Mẫu"), NINE, "khóa bị cạy", photo);

        assertThat(store.answers(raised.id()))
                .hasSize(2)
                .last()
                .extracting(Said::answer, Said::note, Said::photoId)
                .containsExactly(Answer.FOUND, "khóa bị cạy", photo);
    }

    @Test
    void listGoesOnBehindTheLastOfThePageBefore() {
        for (int i = 0; i < 5; i++) {
            store.insert(AlarmSamples.tampering(village, cabinet, Ids.next(), NINE), NINE);
        }

        List<Alarm> first = store.list(List.of(village), AlarmFilter.ALL, null, 3);
        List<Alarm> rest =
                store.list(List.of(village), AlarmFilter.ALL, first.getLast().id(), 3);
        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(store.list(List.of(village), AlarmFilter.TAMPERING, null, 9)).hasSize(5);
        assertThat(store.list(List.of(village), AlarmFilter.WAITING, null, 9)).hasSize(5);
        assertThat(store.list(List.of(village), AlarmFilter.OPEN, null, 9)).hasSize(5);
    }

    @Test
    void changedLampsAreKeptWhileItGoesOn() {
        NewAlarm raised = raise();

        assertThat(store.change(raised.id(), List.of("T3"), List.of("T3-01"), List.of(Reason.of("local"))))
                .contains(village);
        assertThat(store.find(raised.id()).orElseThrow().lamps()).containsExactly("T3-01");
        store.end(raised.id(), NINE, Ending.EXPLAINED);
        assertThat(store.change(raised.id(), List.of(), List.of(), List.of())).isEmpty();
    }

    private NewAlarm raise() {
        NewAlarm alarm = AlarmSamples.tampering(village, cabinet, road, NINE);
        assertThat(store.insert(alarm, NINE.plusSeconds(1))).isTrue();
        return alarm;
    }

    private Caller head(String name) {
        return new Caller(
                Ids.next(),
                name,
                Role.VILLAGE_HEAD,
                village,
                CallerSamples.of(Role.VILLAGE_HEAD, village).permissions(),
                java.util.Set.of(village),
                null,
                null);
    }
}
