package vn.langso.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Import(MovedClock.Beans.class)
class AuditModuleTest {

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovedClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private final UUID village = Ids.next();
    private final Caller head = CallerSamples.of(Role.VILLAGE_HEAD, village);
    private final UUID household = Ids.next();
    private final Change change = new Change(
            "households.edit", village, "household", household, Map.of("name", "Hoà"), Map.of("name", "Hòa"));

    @Test
    void changeOutsideATransactionIsABug() {
        assertThatThrownBy(() -> audit.changed(head, change)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void rolledBackChangeLeavesNoRow() {
        transaction.executeWithoutResult(status -> {
            audit.changed(head, change);
            status.setRollbackOnly();
        });

        assertThat(audit.changesOf("household", household, 10)).isEmpty();
    }

    @Test
    void changeCarriesTheTimeOfTheClock() {
        clock.moveTo("2026-12-01T09:30:00+07:00");

        transaction.executeWithoutResult(status -> audit.changed(head, change));

        List<AuditEntry> entries = audit.changesOf("household", household, 10);
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.at()).isEqualTo("2026-12-01T02:30:00Z");
            assertThat(entry.before()).isEqualTo("{\"name\": \"Hoà\"}");
        });
    }

    /** The states before and after name people. */
    @Test
    void readingTheTrailIsItselfALook() {
        Caller leader = CallerSamples.of(Role.COMMUNE_LEADER, village);
        transaction.executeWithoutResult(status -> audit.changed(head, change));

        assertThat(audit.changesIn(leader, null, 10)).isNotEmpty();

        List<UUID> seen = jdbc.sql("select unnest(subject_ids) from audit.look where actor_id = :actor")
                .param("actor", leader.accountId())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        assertThat(seen).containsExactly(household);
    }
}
