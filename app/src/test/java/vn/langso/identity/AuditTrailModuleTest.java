package vn.langso.identity;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

import vn.langso.audit.Audit;
import vn.langso.audit.AuditEntry;
import vn.langso.identity.RoleGrants.Wanted;
import vn.langso.identity.roles.Roles;
import vn.langso.identity.sessions.ApiTokens;
import vn.langso.identity.sessions.Sessions;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;

import static org.assertj.core.api.Assertions.assertThat;

/** Every change of identity leaves one row with actor, place, subject, and what was before and after. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({MovedClock.Beans.class, SentCodes.Beans.class, PeopleSamples.class})
class AuditTrailModuleTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private RoleGrants grants;

    @Autowired
    private Roles roles;

    @Autowired
    private OpeningTickets tickets;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Audit audit;

    @Autowired
    private PeopleSamples people;

    @Autowired
    private MovedClock clock;

    @BeforeEach
    void morning() {
        clock.moveTo("2026-11-23T08:00:00+07:00");
        people.gather();
    }

    @Test
    void lifeOfAnAccountIsKeptStepByStep() {
        Caller head = people.head();
        Caller administrator = people.administrator(people.commune);
        OpeningTicket ticket =
                accounts.openForResident(head, Ids.next(), people.commune.id(), "Lê Thị Một", "0912000077");
        UUID id = ticket.accountId();
        assertKept(id, head, "accounts.open", null, "Lê Thị Một");
        assertKept(id, head, "roles.grant", null, "resident");

        Account open = tickets.use(ticket.code(), PeopleSamples.phone("0912000077"), null);
        assertKept(id, null, "accounts.opened", "WAITING", "ACTIVE");

        accounts.edit(administrator, id, open.version() + 1, "Lê Thị Hai", "");
        assertKept(id, administrator, "accounts.edit", "Lê Thị Một", "Lê Thị Hai");

        Caller resident = people.bySession(people.signIn(id)).orElseThrow();
        accounts.setPassword(resident, "", "lúa chín đầu mùa");
        assertKept(id, resident, "accounts.password", "false", "true");

        grants.grant(administrator, id, new Wanted(Role.TEACHER, people.commune.id(), roles.today(), roles.today()));
        assertKept(id, administrator, "roles.grant", null, "teacher");
        grants.end(administrator, id, people.roleOf(id, Role.TEACHER));
        assertKept(id, administrator, "roles.end", "teacher", null);

        accounts.recover(head, id);
        assertKept(id, head, "accounts.recover", "ACTIVE", "WAITING");
        accounts.close(administrator, id);
        assertKept(id, administrator, "roles.end", "resident", null);
        assertThat(audit.changesOf("account", id, 20))
                .filteredOn(entry -> entry.action().equals("accounts.close"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.after()).contains("CLOSED"));
    }

    @Test
    void tokensAndSessionsLeaveARowWhenTheyAreMadeOrEnded() {
        UUID id = people.account("Lê Văn Mẫu", Role.RESIDENT, people.commune);
        Caller resident = people.bySession(people.signIn(id)).orElseThrow();
        tokens.make(resident, "máy đo", Duration.ofDays(30));
        UUID token = tokens.of(resident).getFirst().id();
        assertKept("api-token", token, resident, "tokens.make", null, "máy đo");
        tokens.revoke(resident, token);
        assertKept("api-token", token, resident, "tokens.revoke", "máy đo", null);

        UUID other = people.bySession(people.signIn(id)).orElseThrow().credentialId();
        sessions.end(resident, other);
        assertKept("session", other, resident, "sessions.end", "1", null);
        sessions.endAll(resident);
        assertKept("account", id, resident, "sessions.end-all", "1", null);
        assertThat(people.bySession(people.signIn(id))).isPresent();
    }

    @Test
    void refusedChangeLeavesNoRow() {
        UUID leader = people.account("Lê Văn Lãnh", Role.COMMUNE_LEADER, people.commune);
        int before = audit.changesOf("account", leader, 20).size();

        PeopleSamples.assertRefused(IdentityProblem.BEYOND_REACH.code(), () -> accounts.recover(people.head(), leader));

        assertThat(audit.changesOf("account", leader, 20)).hasSize(before);
    }

    private void assertKept(UUID account, Caller actor, String action, String before, String after) {
        assertKept("account", account, actor, action, before, after);
    }

    /** The newest change of the subject is this one; null as actor is the program. */
    private void assertKept(String type, UUID subject, Caller actor, String action, String before, String after) {
        List<AuditEntry> entries = audit.changesOf(type, subject, 20);
        AuditEntry entry = entries.stream()
                .filter(found -> found.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(action + " is not among " + entries));
        assertThat(entry.at()).isEqualTo(clock.instant().atOffset(entry.at().getOffset()));
        assertThat(entry.placeId()).as("place of " + action).isEqualTo(people.commune.id());
        if (actor != null) {
            assertThat(entry.actorId()).as("actor of " + action).isEqualTo(actor.accountId());
            assertThat(entry.actorName()).isEqualTo(actor.name());
            assertThat(entry.actorRole()).isEqualTo(actor.role().code());
        }
        assertState(action, entry.before(), before);
        assertState(action, entry.after(), after);
    }

    private static void assertState(String action, String kept, String wanted) {
        if (wanted == null) {
            assertThat(kept).as("state of " + action).isNull();
        } else {
            assertThat(kept).as("state of " + action).contains(wanted).doesNotContain("0912000077");
        }
    }
}
