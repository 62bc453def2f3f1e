package vn.langso.notify;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.audit.Audit;
import vn.langso.audit.AuditEntry;
import vn.langso.identity.Accounts;
import vn.langso.identity.NewAccount;
import vn.langso.kernel.Ids;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.notify.Channel.Outcome;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({MovedClock.Beans.class, NotifyModuleTest.Sample.class})
class NotifyModuleTest {

    private static final Caller PROGRAM = Caller.program("test");

    @TestConfiguration
    static class Sample {

        @Bean
        TestChannel testChannel() {
            return new TestChannel();
        }
    }

    @Autowired
    private Notices notices;

    @Autowired
    private Courier courier;

    @Autowired
    private Telling telling;

    @Autowired
    private DeliveryStore deliveries;

    @Autowired
    private Bells bells;

    @Autowired
    private TestChannel channel;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Places places;

    @Autowired
    private Audit audit;

    @Autowired
    private MovedClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private UUID village;
    private Caller head;
    private Caller police;

    @BeforeEach
    void villageWithItsPeople() throws Exception {
        clock.moveTo("2026-11-23T08:00:00+07:00");
        channel.reset();
        jdbc.sql("truncate notify.notice cascade").update();
        jdbc.sql("truncate notify.bell").update();
        UUID commune = commune();
        String code = "15313-61";
        village = places.tree()
                .byCode(code, null)
                .map(place -> place.id())
                .orElseGet(() -> places.establishVillage(
                        PROGRAM,
                        new NewVillage(code, "thon", "Mẫu Sáu", commune),
                        new Decision("01/QĐ-UBND", LocalDate.of(2023, 4, 10), "Thành lập thôn")));
        jdbc.sql("delete from identity.assignment where role in ('VILLAGE_HEAD', 'COMMUNE_POLICE')")
                .update();
        head = somebody(Role.VILLAGE_HEAD, village);
        police = somebody(
                Role.COMMUNE_POLICE,
                places.tree().byCode("15316", null).orElseThrow().id());
    }

    @Test
    void headOfTheVillageIsToldOnceHoweverOftenTheKeyIsPosted() throws Exception {
        NewNotice alarm = NoticeSamples.alarm(village);

        post(alarm);
        post(alarm);
        work();
        post(alarm);
        work();

        assertThat(notices.list(head, false, null, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.notice().isOpenAlarm()).isTrue());
        assertThat(bells.unseen(head)).isEqualTo(1);
        assertThat(notices.list(police, false, null, 10)).isEmpty();
    }

    @Test
    void nothingIsToldWhenThePostersTransactionRollsBack() throws Exception {
        transaction.executeWithoutResult(status -> {
            notices.post(NoticeSamples.alarm(village));
            status.setRollbackOnly();
        });
        work();

        assertThat(notices.list(head, false, null, 10)).isEmpty();
        assertThat(bells.unseen(head)).isZero();
    }

    @Test
    void nextAudienceIsToldWhenNobodyHasAcknowledged() throws Exception {
        post(NoticeSamples.alarm(village));
        work();
        clock.moveBy(Duration.ofMinutes(9));
        work();
        assertThat(bells.unseen(police)).isZero();

        clock.moveBy(Duration.ofMinutes(1));
        work();

        assertThat(bells.unseen(police)).isEqualTo(1);
        assertThat(bells.unseen(head)).isEqualTo(1);
    }

    @Test
    void acknowledgedAlarmIsToldToNobodyElseAndLeavesTheTop() throws Exception {
        post(NoticeSamples.alarm(village));
        work();
        post(NoticeSamples.news(village));
        work();
        NoticeLine first = notices.list(head, false, null, 10).getFirst();
        assertThat(first.rank()).isZero();

        notices.acknowledge(head, first.notice().id());
        clock.moveBy(Duration.ofHours(1));
        work();

        assertThat(notices.list(police, false, null, 10)).isEmpty();
        assertThat(notices.list(head, false, null, 10))
                .extracting(line -> line.notice().urgency())
                .containsExactly(Urgency.NEWS, Urgency.ALARM);
        assertThat(bells.unseen(head)).isEqualTo(1);
        assertThat(audit.changesOf("notice", first.notice().id(), 10))
                .extracting(AuditEntry::action)
                .containsExactly("notify.acknowledge");
    }

    @Test
    void firstToAcknowledgeIsNamedAndTheSecondChangesNothing() throws Exception {
        Caller deputy = somebody(Role.VILLAGE_HEAD, village);
        post(NoticeSamples.alarm(village));
        work();
        UUID id = notices.list(head, false, null, 1).getFirst().notice().id();

        notices.acknowledge(deputy, id);
        notices.acknowledge(head, id);

        assertThat(notices.get(head, id).notice().acknowledgedByName()).isEqualTo(deputy.name());
        assertThat(audit.changesOf("notice", id, 10)).hasSize(1);
    }

    @Test
    void settledAlarmIsToldToNobodyElse() throws Exception {
        NewNotice alarm = NoticeSamples.alarm(village);
        post(alarm);
        work();

        transaction.executeWithoutResult(status -> notices.settle(alarm.key()));
        clock.moveBy(Duration.ofHours(1));
        work();

        assertThat(notices.list(police, false, null, 10)).isEmpty();
        assertThat(notices.list(head, false, null, 10).getFirst().rank()).isEqualTo(1);
    }

    @Test
    void noticeOfOthersIsUnknown() throws Exception {
        post(NoticeSamples.news(village));
        work();
        UUID id = notices.list(head, false, null, 1).getFirst().notice().id();

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> notices.acknowledge(police, id));

        assertThat(refused.problems().getFirst().code().code()).isEqualTo("NTF-001");
    }

    @Test
    void listGoesOnWhereThePageBeforeEndedAndNeverLosesALine() throws Exception {
        for (int i = 0; i < 7; i++) {
            post(i % 3 == 0 ? NoticeSamples.alarm(village) : NoticeSamples.news(village));
            clock.moveBy(Duration.ofMillis(5));
        }
        work();

        List<NoticeLine> all = notices.list(head, false, null, 100);
        List<NoticeLine> first = notices.list(head, false, null, 4);
        List<NoticeLine> second = notices.list(head, false, first.getLast().position(), 4);

        assertThat(first).hasSize(4).isEqualTo(all.subList(0, 4));
        assertThat(second).isEqualTo(all.subList(4, 7));
        assertThat(all).extracting(NoticeLine::rank).containsExactly(0, 0, 0, 1, 1, 1, 1);
    }

    @Test
    void bellCountsDownAsNoticesAreSeenAndNeverBelowZero() throws Exception {
        post(NoticeSamples.news(village));
        post(NoticeSamples.news(village));
        work();
        UUID id = notices.list(head, true, null, 1).getFirst().notice().id();

        notices.markSeen(head, id);
        notices.markSeen(head, id);
        assertThat(bells.unseen(head)).isEqualTo(1);
        notices.markSeen(head, null);

        assertThat(bells.unseen(head)).isZero();
        assertThat(notices.list(head, true, null, 10)).isEmpty();
    }

    @Test
    void bellForgetsWhatIsPurgedUnseen() throws Exception {
        post(NoticeSamples.news(village));
        work();
        clock.moveBy(Duration.ofDays(200));
        post(NoticeSamples.news(village));
        work();

        notices.purge(clock.instant().minus(Duration.ofDays(180)));

        assertThat(bells.unseen(head)).isEqualTo(1);
        assertThat(notices.list(head, false, null, 10)).hasSize(1);
    }

    @Test
    void messageIsHandedToTheChannelsOfWhoHasTurnedThemOn() throws Exception {
        channel.devices.put(head.accountId(), Ids.next());
        NewNotice alarm = NoticeSamples.alarm(village);

        post(alarm);
        work();
        work();

        assertThat(channel.taken).singleElement().satisfies(message -> {
            assertThat(message.title()).isEqualTo("Lê Mẫu Một đề nghị ông/bà duyệt");
            assertThat(message.urgency()).isEqualTo(Urgency.ALARM);
        });
        assertThat(notices.reach(alarm.key())).hasValue(new Reach(1, 0, 1, 0));
    }

    @Test
    void serviceThatIsDownIsTriedAgainLaterAndLaterAndThenCountsAsNotReached() throws Exception {
        channel.devices.put(head.accountId(), Ids.next());
        channel.answer = message -> new Outcome.Later("503", null);
        NewNotice alarm = NoticeSamples.notice("test.down", Urgency.ALARM, village, List.of());
        post(alarm);
        work();

        for (Duration pause : Carrier.BETWEEN_TRIES) {
            clock.moveBy(pause.minusSeconds(1));
            work();
            int before = channel.taken.size();
            clock.moveBy(Duration.ofSeconds(1));
            work();
            assertThat(channel.taken).hasSize(before + 1);
        }
        clock.moveBy(Duration.ofDays(1));
        work();

        assertThat(channel.taken).hasSize(Carrier.BETWEEN_TRIES.size() + 1);
        assertThat(notices.reach("test.down")).hasValue(new Reach(1, 0, 0, 1));
        assertThat(notices.list(head, true, null, 10)).hasSize(1);
    }

    @Test
    void serviceThatAsksForPatienceIsNotTriedBefore() throws Exception {
        channel.devices.put(head.accountId(), Ids.next());
        channel.answer = message -> new Outcome.Later("429", Duration.ofMinutes(20));
        post(NoticeSamples.news(village));
        work();

        clock.moveBy(Duration.ofMinutes(19));
        work();
        assertThat(channel.taken).hasSize(1);
        clock.moveBy(Duration.ofMinutes(1));
        work();

        assertThat(channel.taken).hasSize(2);
    }

    @Test
    void claimOfAKilledCopyIsTakenOverWhenItRunsOutAndNotBefore() throws Exception {
        channel.devices.put(head.accountId(), Ids.next());
        post(NoticeSamples.news(village));
        tell();
        assertThat(deliveries.claim(clock.instant(), Carrier.CLAIM, 10)).hasSize(1);

        work();
        assertThat(channel.taken).isEmpty();
        clock.moveBy(Carrier.CLAIM);
        work();
        work();

        assertThat(channel.taken).hasSize(1);
    }

    @Test
    void copyThatWasOvertakenCannotChangeWhatTheOtherOneDid() throws Exception {
        channel.devices.put(head.accountId(), Ids.next());
        NewNotice news = NoticeSamples.news(village);
        post(news);
        tell();
        Delivery slow = deliveries.claim(clock.instant(), Carrier.CLAIM, 10).getFirst();
        clock.moveBy(Carrier.CLAIM);
        work();

        deliveries.notReached(slow, "late", clock.instant());

        assertThat(notices.reach(news.key())).hasValue(new Reach(1, 0, 1, 0));
    }

    @Test
    void manyWorkersTogetherSendNothingTwice() throws Exception {
        channel.devices.put(head.accountId(), Ids.next());
        channel.devices.put(police.accountId(), Ids.next());
        for (int i = 0; i < 40; i++) {
            post(NoticeSamples.news(village));
        }
        try (var workers = Executors.newFixedThreadPool(4)) {
            Callable<Void> round = () -> {
                work();
                return null;
            };
            for (Future<Void> done : workers.invokeAll(List.of(round, round, round, round))) {
                done.get();
            }
        }
        work();

        assertThat(channel.taken).hasSize(40);
        assertThat(channel.taken.stream().map(Channel.Message::tag).distinct()).hasSize(40);
        assertThat(bells.unseen(head)).isEqualTo(40);
    }

    @Test
    void whatWaitsForAnotherTryIsCalledOffWhenTheMatterIsOver() throws Exception {
        channel.devices.put(head.accountId(), Ids.next());
        channel.answer = message -> new Outcome.Later("503", null);
        NewNotice alarm = NoticeSamples.alarm(village);
        post(alarm);
        work();
        transaction.executeWithoutResult(status -> notices.settle(alarm.key()));
        clock.moveBy(Duration.ofHours(1));
        work();

        assertThat(channel.taken).hasSize(1);
    }

    private void post(NewNotice notice) {
        transaction.executeWithoutResult(status -> notices.post(notice));
    }

    private void work() throws Exception {
        for (Future<?> carried : courier.runDue()) {
            carried.get();
        }
    }

    /** Puts everything on lists and queues, and carries nothing: as a copy that is killed at that moment. */
    private void tell() {
        while (telling.tellNext()) {
            // one step a transaction
        }
    }

    private UUID commune() {
        return places.tree()
                .byCode("15313", LocalDate.of(2023, 12, 15))
                .orElseThrow()
                .id();
    }

    private Caller somebody(Role role, UUID place) {
        UUID account = accounts.establish(PROGRAM, new NewAccount("Lê Mẫu " + Ids.next(), null, role, place));
        Caller sample = CallerSamples.of(role, place);
        return new Caller(
                account,
                sample.name() + account,
                role,
                place,
                sample.permissions(),
                places.tree().covered(place),
                null,
                Ids.next());
    }
}
