package vn.langso.identity;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

import vn.langso.audit.Audit;
import vn.langso.identity.RoleGrants.Wanted;
import vn.langso.identity.sessions.ApiTokens;
import vn.langso.identity.sessions.Sessions;
import vn.langso.kernel.Role;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({MovedClock.Beans.class, SentCodes.Beans.class, PeopleSamples.class})
class SessionsModuleTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private RoleGrants grants;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Places places;

    @Autowired
    private PeopleSamples people;

    @Autowired
    private Audit audit;

    @Autowired
    private MovedClock clock;

    @BeforeEach
    void morning() {
        clock.moveTo("2026-11-23T08:00:00+07:00");
        people.gather();
    }

    @Test
    void sessionOfAClerkEndsAfterTwelveHoursWithoutUse() {
        String cookie = people.signIn(people.account("Lê Văn Mẫu", Role.COMMUNE_CLERK, people.commune));

        clock.moveBy(Duration.ofHours(11));
        assertThat(people.bySession(cookie)).isPresent();
        clock.moveBy(Duration.ofHours(11));
        assertThat(people.bySession(cookie)).as("used eleven hours ago").isPresent();
        clock.moveBy(Duration.ofHours(12).plusMinutes(1));
        assertThat(people.bySession(cookie)).isEmpty();
    }

    @Test
    void sessionInDailyUseEndsAfterSevenDays() {
        String cookie = people.signIn(people.account("Lê Văn Mẫu", Role.COMMUNE_CLERK, people.commune));

        for (int hours = 0; hours < 7 * 24; hours += 8) {
            assertThat(people.bySession(cookie)).isPresent();
            clock.moveBy(Duration.ofHours(8));
        }

        assertThat(people.bySession(cookie)).isEmpty();
    }

    @Test
    void sessionOfAResidentLastsTwoWeeksWithoutUse() {
        String cookie = people.signIn(people.account("Lê Văn Mẫu", Role.RESIDENT, people.commune));

        clock.moveBy(Duration.ofDays(13));
        assertThat(people.bySession(cookie)).isPresent();
        clock.moveBy(Duration.ofDays(14).plusMinutes(1));
        assertThat(people.bySession(cookie)).isEmpty();
    }

    @Test
    void roleThatEndedEndsItsSessionsAndTokensAtOnce() {
        Caller administrator = people.administrator(people.commune);
        UUID id = people.account("Lê Văn Mẫu", Role.COMMUNE_CLERK, people.commune);
        String cookie = people.signIn(id);
        String token = tokens.make(people.bySession(cookie).orElseThrow(), "chương trình", Duration.ofDays(30));

        grants.end(administrator, id, people.roleOf(id));

        assertThat(people.bySession(cookie)).isEmpty();
        assertThat(signIns.byToken(token)).isEmpty();
    }

    @Test
    void roleUntilTodayIsGoneTomorrow() {
        Caller administrator = people.administrator(people.commune);
        UUID id = people.account("Lê Văn Mẫu", Role.RESIDENT, people.commune);
        LocalDate today = accounts.today();
        grants.grant(administrator, id, new Wanted(Role.TEACHER, people.commune.id(), today, today));
        MockHttpServletResponse switched = new MockHttpServletResponse();
        Caller resident = people.bySession(people.signIn(id)).orElseThrow();
        sessions.switchRole(resident, people.roleOf(id, Role.TEACHER), new MockHttpServletRequest(), switched);
        String cookie = PeopleSamples.cookie(switched);

        assertThat(people.bySession(cookie)).map(Caller::role).contains(Role.TEACHER);
        clock.moveTo("2026-11-24T00:00:01+07:00");
        assertThat(people.bySession(cookie)).isEmpty();
    }

    @Test
    void signingInStartsWithTheFewestRightsAndANewCookie() {
        Caller administrator = people.administrator(people.commune);
        UUID id = people.account("Lê Văn Mẫu", Role.COMMUNE_LEADER, people.commune);
        grants.grant(administrator, id, new Wanted(Role.RESIDENT, people.commune.id(), accounts.today(), null));
        MockHttpServletRequest planted = new MockHttpServletRequest();
        planted.setCookies(new Cookie(SignIns.COOKIE, "planted"));
        MockHttpServletResponse response = new MockHttpServletResponse();

        sessions.open(id, planted, response);

        assertThat(PeopleSamples.cookie(response)).isNotEqualTo("planted").hasSize(43);
        assertThat(people.bySession("planted")).isEmpty();
        assertThat(people.bySession(PeopleSamples.cookie(response)))
                .map(Caller::role)
                .contains(Role.RESIDENT);
    }

    @Test
    void changeOfRoleEndsTheCookieBefore() {
        UUID id = people.account("Lê Văn Mẫu", Role.RESIDENT, people.commune);
        grants.grant(
                people.administrator(people.commune),
                id,
                new Wanted(Role.TEACHER, people.commune.id(), accounts.today(), null));
        String before = people.signIn(id);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie(SignIns.COOKIE, before));
        MockHttpServletResponse response = new MockHttpServletResponse();

        sessions.switchRole(people.bySession(before).orElseThrow(), people.roleOf(id, Role.TEACHER), request, response);

        assertThat(people.bySession(before)).isEmpty();
        assertThat(people.bySession(PeopleSamples.cookie(response)))
                .map(Caller::role)
                .contains(Role.TEACHER);
    }

    @Test
    void roleOfSomebodyElseIsNotToBeHad() {
        Caller resident = people.bySession(people.signIn(people.account("Lê Văn Mẫu", Role.RESIDENT, people.commune)))
                .orElseThrow();
        UUID other = people.roleOf(people.account("Lê Thị Mẫu", Role.COMMUNE_LEADER, people.commune));

        PeopleSamples.assertRefused(
                "IDN-006",
                () -> sessions.switchRole(
                        resident, other, new MockHttpServletRequest(), new MockHttpServletResponse()));
    }

    @Test
    void ownerEndsOneSessionAndNobodyElses() {
        UUID id = people.account("Lê Văn Mẫu", Role.RESIDENT, people.commune);
        String one = people.signIn(id);
        String other = people.signIn(id);
        Caller caller = people.bySession(one).orElseThrow();
        Caller stranger = people.bySession(people.signIn(people.account("Lê Thị Mẫu", Role.RESIDENT, people.commune)))
                .orElseThrow();
        UUID otherId = people.bySession(other).orElseThrow().credentialId();

        assertThat(sessions.end(stranger, otherId)).isFalse();
        assertThat(people.bySession(other)).isPresent();
        assertThat(sessions.end(caller, otherId)).isTrue();
        assertThat(people.bySession(other)).isEmpty();
        assertThat(sessions.of(id)).extracting(Sessions.Line::id).containsExactly(caller.credentialId());
    }

    @Test
    void timeOfLastUseIsWrittenEveryFiveMinutesAtMost() {
        UUID id = people.account("Lê Văn Mẫu", Role.RESIDENT, people.commune);
        String cookie = people.signIn(id);
        var opened = sessions.of(id).getFirst().seenAt();

        clock.moveBy(Duration.ofMinutes(4));
        people.bySession(cookie);
        assertThat(sessions.of(id).getFirst().seenAt()).isEqualTo(opened);
        clock.moveBy(Duration.ofMinutes(2));
        people.bySession(cookie);
        assertThat(sessions.of(id).getFirst().seenAt()).isAfter(opened);
    }

    @Test
    void roleInACommuneCoversTheHistoryOfTheCommunesThatWentIntoIt() {
        Caller clerk = people.bySession(people.signIn(people.account("Lê Văn Mẫu", Role.COMMUNE_CLERK, people.commune)))
                .orElseThrow();
        Place before = places.tree().byCode("15313", LocalDate.of(2023, 12, 15)).orElseThrow();

        assertThat(clerk.may("households.edit", before.id())).isTrue();
        assertThat(clerk.may("households.edit", people.neighbour.id())).isFalse();
    }

    @Test
    void signingInLeavesARowWithRoleAndPlace() {
        UUID account = people.account("Lê Thị Mẫu", Role.VILLAGE_HEAD, people.commune);

        people.signIn(account);

        assertThat(audit.changesOf("account", account, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("sessions.open");
            assertThat(entry.placeId()).isEqualTo(people.commune.id());
            assertThat(entry.after()).contains("VILLAGE_HEAD");
        });
    }
}
