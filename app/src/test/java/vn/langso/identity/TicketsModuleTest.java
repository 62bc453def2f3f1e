package vn.langso.identity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import vn.langso.identity.sessions.ApiTokens;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({MovedClock.Beans.class, SentCodes.Beans.class, PeopleSamples.class})
class TicketsModuleTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private RoleGrants grants;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private OpeningTickets tickets;

    @Autowired
    private SignIns signIns;

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
    void ticketOpensTheAccountOnceWithANewNumber() {
        OpeningTicket ticket =
                accounts.openForResident(people.head(), Ids.next(), people.commune.id(), "Lê Thị Mẫu", null);

        assertThat(tickets.find(ticket.spaced().toLowerCase(Locale.ROOT))).isPresent();
        Account open = tickets.use(ticket.code(), PeopleSamples.phone("0912 000 001"), null);

        assertThat(open.status()).isEqualTo(Account.Status.ACTIVE);
        assertThat(accounts.activeWithPhone(PeopleSamples.phone("0912 000 001")))
                .hasSize(1);
        PeopleSamples.assertRefused(
                IdentityProblem.TICKET_UNKNOWN.code(),
                () -> tickets.use(ticket.code(), PeopleSamples.phone("0912 000 001"), null));
    }

    @Test
    void ticketIsOverAfterTwoWeeks() {
        OpeningTicket ticket =
                accounts.openForResident(people.head(), Ids.next(), people.commune.id(), "Lê Thị Mẫu", null);

        clock.moveBy(Duration.ofDays(14));

        assertThat(tickets.find(ticket.code())).isEmpty();
    }

    @Test
    void personHasOneAccount() {
        UUID person = Ids.next();
        accounts.openForResident(people.head(), person, people.commune.id(), "Lê Thị Mẫu", "0912000002");

        assertThat(accounts.ofPersons(List.of(person, Ids.next()))).containsOnlyKeys(person);
        PeopleSamples.assertRefused(
                IdentityProblem.HAS_ACCOUNT.code(),
                () -> accounts.openForResident(people.head(), person, people.commune.id(), "Lê Thị Mẫu", null));
    }

    @Test
    void villageHeadOpensNoAccountElsewhere() {
        PeopleSamples.assertRefusedAs(
                403,
                () -> accounts.openForResident(people.head(), Ids.next(), people.neighbour.id(), "Lê Thị Mẫu", null));
    }

    @Test
    void recoveryEndsSessionsTokensAndPasswordAndLeavesATrace() {
        UUID id = people.account("Lê Thị Mẫu", Role.RESIDENT, people.commune);
        String cookie = people.signIn(id);
        Caller resident = people.bySession(cookie).orElseThrow();
        accounts.setPassword(resident, "", "lúa chín đầu mùa");
        String token = tokens.make(resident, "máy", Duration.ofDays(30));

        OpeningTicket ticket = accounts.recover(people.head(), id);

        assertThat(people.bySession(cookie)).isEmpty();
        assertThat(signIns.byToken(token)).isEmpty();
        assertThat(tickets.find(ticket.code())).map(Account::hasPassword).contains(false);
        assertThat(audit.changesOf("account", id, 10))
                .extracting(AuditEntry::action)
                .contains("accounts.recover", "accounts.password", "accounts.open");
    }

    @Test
    void villageHeadDoesNotRecoverAnOfficer() {
        UUID leader = people.account("Lê Văn Lãnh", Role.COMMUNE_LEADER, people.commune);
        UUID elsewhere = people.account("Lê Văn Xa", Role.RESIDENT, people.neighbour);

        PeopleSamples.assertRefused(IdentityProblem.BEYOND_REACH.code(), () -> accounts.recover(people.head(), leader));
        PeopleSamples.assertRefused(
                IdentityProblem.BEYOND_REACH.code(), () -> accounts.recover(people.head(), elsewhere));
        PeopleSamples.assertRefused(
                IdentityProblem.NO_ACCOUNT.code(), () -> accounts.recover(people.head(), Ids.next()));
    }

    @Test
    void administratorOfACommuneDoesNotTakeOverWhoAlsoSitsAbove() {
        UUID id = people.account("Lê Văn Lãnh", Role.COMMUNE_LEADER, people.commune);
        grants.grant(
                people.administrator(people.province),
                id,
                new Wanted(Role.COMMITTEE, people.province.id(), accounts.today(), null));

        PeopleSamples.assertRefused(
                IdentityProblem.BEYOND_REACH.code(), () -> accounts.recover(people.administrator(people.commune), id));
    }
}
