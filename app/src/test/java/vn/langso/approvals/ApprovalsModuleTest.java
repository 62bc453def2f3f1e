package vn.langso.approvals;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.EnableScenarios;
import org.springframework.modulith.test.Scenario;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.audit.Audit;
import vn.langso.audit.AuditEntry;
import vn.langso.kernel.Ids;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@SpringBootTest
@EnableScenarios
@Import(MovedClock.Beans.class)
class ApprovalsModuleTest {

    private static final String MAY_AGREE = "test.agree";

    @Autowired
    private Approvals approvals;

    @Autowired
    private Audit audit;

    @Autowired
    private MovedClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private final UUID village = Ids.next();
    private final Caller requester = second(village);
    private final Caller second = second(village);

    @BeforeEach
    void morning() {
        clock.moveTo("2026-11-23T08:00:00+07:00");
    }

    @Test
    void secondPersonAgreesAndTheAskingModuleGetsItsDataBack(Scenario scenario) {
        UUID id = ask();

        scenario.stimulate(() -> approvals.approve(second, id))
                .andWaitForEventOfType(ApprovalGranted.class)
                .matching(granted -> granted.id().equals(id))
                .toArriveAndVerify(granted -> assertThat(granted)
                        .isEqualTo(new ApprovalGranted(
                                id,
                                "test.darken",
                                village,
                                requester.accountId(),
                                second.accountId(),
                                "{\"road\":3}")));

        assertThat(approvals.get(id).state()).isEqualTo(ApprovalState.GRANTED);
        assertThat(audit.changesOf("approval", id, 10))
                .extracting(AuditEntry::action)
                .containsExactly("approvals.granted", "approvals.ask");
    }

    @Test
    void nobodyAgreesToTheirOwnRequest() {
        UUID id = ask();

        assertThat(refusal(() -> approvals.approve(requester, id))).isEqualTo("APR-002");
        assertThat(approvals.open(requester)).isEmpty();
    }

    @Test
    void whoLacksThePermissionOrThePlaceDoesNotEvenSeeIt() {
        UUID id = ask();
        Caller elsewhere = second(Ids.next());
        Caller without = CallerSamples.withPermissions(CallerSamples.of(Role.VILLAGE_HEAD, village), "test.other");

        for (Caller caller : List.of(elsewhere, without)) {
            assertThat(refusal(() -> approvals.approve(caller, id))).isEqualTo("APR-001");
            assertThat(refusal(() -> approvals.reject(caller, id, "không"))).isEqualTo("APR-001");
            assertThat(approvals.open(caller)).isEmpty();
        }
    }

    @Test
    void rejectionNeedsAReasonAndTheRequesterReadsIt() {
        UUID id = ask();

        assertThat(refusal(() -> approvals.reject(second, id, "  "))).isEqualTo("APR-005");
        approvals.reject(second, id, "Tối nay có hội làng");

        assertThat(approvals.askedBy(requester, null, 10)).singleElement().satisfies(asked -> {
            assertThat(asked.state()).isEqualTo(ApprovalState.REJECTED);
            assertThat(asked.answer()).isEqualTo("Tối nay có hội làng");
        });
    }

    @Test
    void onlyWhoAskedTakesItBackAndThenNobodyCanAgree() {
        UUID id = ask();

        assertThat(refusal(() -> approvals.withdraw(second, id))).isEqualTo("APR-006");
        approvals.withdraw(requester, id);

        assertThat(refusal(() -> approvals.approve(second, id))).isEqualTo("APR-003");
    }

    @Test
    void nobodyAgreesAfterItsTimeWhetherItWasClosedYetOrNot(Scenario scenario) {
        UUID id = ask();
        clock.moveBy(Duration.ofHours(2));

        assertThat(refusal(() -> approvals.approve(second, id))).isEqualTo("APR-004");
        assertThat(approvals.open(second)).isEmpty();
        scenario.stimulate(() -> approvals.expire())
                .andWaitForEventOfType(ApprovalClosed.class)
                .matching(closed -> closed.id().equals(id))
                .toArriveAndVerify(closed -> assertThat(closed.state()).isEqualTo(ApprovalState.EXPIRED));

        assertThat(refusal(() -> approvals.approve(second, id))).isEqualTo("APR-003");
    }

    @Test
    void ofManyAnswersAtOnceExactlyOneCounts() throws Exception {
        UUID id = ask();
        List<Callable<Boolean>> answers = List.of(
                () -> done(() -> approvals.approve(second(village), id)),
                () -> done(() -> approvals.approve(second(village), id)),
                () -> done(() -> approvals.reject(second(village), id, "không")),
                () -> done(() -> approvals.withdraw(requester, id)));
        int counted = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> answer : threads.invokeAll(answers)) {
                counted += answer.get() ? 1 : 0;
            }
        }

        assertThat(counted).isEqualTo(1);
        assertThat(audit.changesOf("approval", id, 10)).hasSize(2);
    }

    @Test
    void endMustLieAheadAndWithinAWeek() {
        assertThat(refusal(() -> ask(Duration.ZERO))).isEqualTo("APR-007");
        assertThat(refusal(() -> ask(Duration.ofDays(8)))).isEqualTo("APR-007");
    }

    @Test
    void whatWaitsIsListedByWhenItsTimeEnds() {
        UUID later = ask(Duration.ofHours(3));
        UUID sooner = ask(Duration.ofHours(1));

        assertThat(approvals.open(second)).extracting(Approval::id).containsExactly(sooner, later);
    }

    private UUID ask() {
        return ask(Duration.ofHours(2));
    }

    private UUID ask(Duration within) {
        return transaction.execute(status -> approvals.request(
                requester,
                new ApprovalRequest(
                        "test.darken",
                        village,
                        MAY_AGREE,
                        "approvals.list.heading",
                        List.of(),
                        "Sửa cáp tuyến 3",
                        "{\"road\":3}",
                        clock.instant().plus(within))));
    }

    private static Caller second(UUID village) {
        return CallerSamples.withPermissions(CallerSamples.of(Role.COMMUNE_LEADER, village), MAY_AGREE);
    }

    private static boolean done(Runnable answer) {
        try {
            answer.run();
            return true;
        } catch (ProblemException _) {
            return false;
        }
    }

    private static String refusal(Runnable question) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, question::run);
        return refused.problems().getFirst().code().code();
    }
}
