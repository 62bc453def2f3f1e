package vn.langso.identity;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

import vn.langso.audit.Audit;
import vn.langso.audit.AuditEntry;
import vn.langso.identity.AccountSearch.Search;
import vn.langso.identity.RoleGrants.Wanted;
import vn.langso.identity.secrets.Phone;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({MovedClock.Beans.class, SentCodes.Beans.class})
class IdentityModuleTest {

    private static final Caller PROGRAM = Caller.program("test");

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountSearch search;

    @Autowired
    private RoleGrants grants;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private OpeningTickets tickets;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Places places;

    @Autowired
    private Audit audit;

    @Autowired
    private MovedClock clock;

    private Place commune;
    private Place neighbour;

    @BeforeEach
    void find() {
        clock.moveTo("2026-11-23T08:00:00+07:00");
        commune = place("15316");
        neighbour = place("15271");
    }

    // ---- sessions

    @Test
    void sessionOfAClerkEndsAfterTwelveHoursWithoutUse() {
        String cookie = signIn(account("Lê Văn Mẫu", Role.COMMUNE_CLERK, commune));

        clock.moveBy(Duration.ofHours(11));
        assertThat(bySession(cookie)).isPresent();
        clock.moveBy(Duration.ofHours(11));
        assertThat(bySession(cookie)).as("used eleven hours ago").isPresent();
        clock.moveBy(Duration.ofHours(12).plusMinutes(1));
        assertThat(bySession(cookie)).isEmpty();
    }

    @Test
    void sessionInDailyUseEndsAfterSevenDays() {
        String cookie = signIn(account("Lê Văn Mẫu", Role.COMMUNE_CLERK, commune));

        for (int hours = 0; hours < 7 * 24; hours += 8) {
            assertThat(bySession(cookie)).isPresent();
            clock.moveBy(Duration.ofHours(8));
        }

        assertThat(bySession(cookie)).isEmpty();
    }

    @Test
    void sessionOfAResidentLastsTwoWeeksWithoutUse() {
        String cookie = signIn(account("Lê Văn Mẫu", Role.RESIDENT, commune));

        clock.moveBy(Duration.ofDays(13));
        assertThat(bySession(cookie)).isPresent();
        clock.moveBy(Duration.ofDays(14).plusMinutes(1));
        assertThat(bySession(cookie)).isEmpty();
    }

    @Test
    void roleThatEndedEndsItsSessionsAndTokensAtOnce() {
        Caller administrator = administrator(commune);
        UUID id = account("Lê Văn Mẫu", Role.COMMUNE_CLERK, commune);
        String cookie = signIn(id);
        String token = tokens.make(bySession(cookie).orElseThrow(), "chương trình", Duration.ofDays(30));

        grants.end(administrator, id, roleOf(id));

        assertThat(bySession(cookie)).isEmpty();
        assertThat(signIns.byToken(token)).isEmpty();
    }

    @Test
    void roleUntilTodayIsGoneTomorrow() {
        Caller administrator = administrator(commune);
        UUID id = account("Lê Văn Mẫu", Role.RESIDENT, commune);
        LocalDate today = accounts.today();
        grants.grant(administrator, id, new Wanted(Role.TEACHER, commune.id(), today, today));
        MockHttpServletResponse switched = new MockHttpServletResponse();
        Caller resident = bySession(signIn(id)).orElseThrow();
        sessions.switchRole(resident, roleOf(id, Role.TEACHER), new MockHttpServletRequest(), switched);
        String cookie = cookie(switched);

        assertThat(bySession(cookie)).map(Caller::role).contains(Role.TEACHER);
        clock.moveTo("2026-11-24T00:00:01+07:00");
        assertThat(bySession(cookie)).isEmpty();
    }

    @Test
    void signingInStartsWithTheFewestRightsAndANewCookie() {
        Caller administrator = administrator(commune);
        UUID id = account("Lê Văn Mẫu", Role.COMMUNE_LEADER, commune);
        grants.grant(administrator, id, new Wanted(Role.RESIDENT, commune.id(), accounts.today(), null));
        MockHttpServletRequest planted = new MockHttpServletRequest();
        planted.setCookies(new Cookie(SignIns.COOKIE, "planted"));
        MockHttpServletResponse response = new MockHttpServletResponse();

        sessions.open(id, planted, response);

        assertThat(cookie(response)).isNotEqualTo("planted").hasSize(43);
        assertThat(bySession("planted")).isEmpty();
        assertThat(bySession(cookie(response))).map(Caller::role).contains(Role.RESIDENT);
    }

    @Test
    void changeOfRoleEndsTheCookieBefore() {
        UUID id = account("Lê Văn Mẫu", Role.RESIDENT, commune);
        grants.grant(administrator(commune), id, new Wanted(Role.TEACHER, commune.id(), accounts.today(), null));
        String before = signIn(id);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie(SignIns.COOKIE, before));
        MockHttpServletResponse response = new MockHttpServletResponse();

        sessions.switchRole(bySession(before).orElseThrow(), roleOf(id, Role.TEACHER), request, response);

        assertThat(bySession(before)).isEmpty();
        assertThat(bySession(cookie(response))).map(Caller::role).contains(Role.TEACHER);
    }

    @Test
    void roleOfSomebodyElseIsNotToBeHad() {
        Caller resident =
                bySession(signIn(account("Lê Văn Mẫu", Role.RESIDENT, commune))).orElseThrow();
        UUID other = roleOf(account("Lê Thị Mẫu", Role.COMMUNE_LEADER, commune));

        assertRefused(
                IdentityProblem.NO_ROLE,
                () -> sessions.switchRole(
                        resident, other, new MockHttpServletRequest(), new MockHttpServletResponse()));
    }

    @Test
    void ownerEndsOneSessionAndNobodyElses() {
        UUID id = account("Lê Văn Mẫu", Role.RESIDENT, commune);
        String one = signIn(id);
        String other = signIn(id);
        Caller caller = bySession(one).orElseThrow();
        Caller stranger =
                bySession(signIn(account("Lê Thị Mẫu", Role.RESIDENT, commune))).orElseThrow();
        UUID otherId = bySession(other).orElseThrow().credentialId();

        assertThat(sessions.end(stranger, otherId)).isFalse();
        assertThat(bySession(other)).isPresent();
        assertThat(sessions.end(caller, otherId)).isTrue();
        assertThat(bySession(other)).isEmpty();
        assertThat(sessions.of(id)).extracting(Sessions.Line::id).containsExactly(caller.credentialId());
    }

    @Test
    void timeOfLastUseIsWrittenEveryFiveMinutesAtMost() {
        UUID id = account("Lê Văn Mẫu", Role.RESIDENT, commune);
        String cookie = signIn(id);
        var opened = sessions.of(id).getFirst().seenAt();

        clock.moveBy(Duration.ofMinutes(4));
        bySession(cookie);
        assertThat(sessions.of(id).getFirst().seenAt()).isEqualTo(opened);
        clock.moveBy(Duration.ofMinutes(2));
        bySession(cookie);
        assertThat(sessions.of(id).getFirst().seenAt()).isAfter(opened);
    }

    @Test
    void roleInACommuneCoversTheHistoryOfTheCommunesThatWentIntoIt() {
        Caller clerk = bySession(signIn(account("Lê Văn Mẫu", Role.COMMUNE_CLERK, commune)))
                .orElseThrow();
        Place before = places.tree().byCode("15313", LocalDate.of(2023, 12, 15)).orElseThrow();

        assertThat(clerk.may("households.edit", before.id())).isTrue();
        assertThat(clerk.may("households.edit", neighbour.id())).isFalse();
    }

    // ---- tokens

    @Test
    void tokenHasTheRoleOfItsMakerAndEndsInTime() {
        Caller clerk = bySession(signIn(account("Lê Văn Mẫu", Role.COMMUNE_CLERK, commune)))
                .orElseThrow();
        String token = tokens.make(clerk, "bảng số liệu", Duration.ofDays(30));

        assertThat(signIns.byToken(token)).map(Caller::permissions).contains(clerk.permissions());
        assertThat(signIns.byToken(token + "x")).isEmpty();
        assertThat(signIns.byToken("x".repeat(100_000))).isEmpty();
        clock.moveBy(Duration.ofDays(30));
        assertThat(signIns.byToken(token)).isEmpty();
    }

    @Test
    void revokedTokenIsWorthNothing() {
        Caller clerk = bySession(signIn(account("Lê Văn Mẫu", Role.COMMUNE_CLERK, commune)))
                .orElseThrow();
        String token = tokens.make(clerk, "bảng số liệu", Duration.ofDays(30));

        tokens.revoke(clerk, tokens.of(clerk).getFirst().id());

        assertThat(signIns.byToken(token)).isEmpty();
    }

    @Test
    void tokenOfAFixedValueIsRefusedOutsideTheDemo() {
        UUID id = account("Lê Văn Mẫu", Role.RESIDENT, commune);

        assertThatThrownBy(() -> tokens.fixed(PROGRAM, id, "demo", "demo_value"))
                .isInstanceOf(IllegalStateException.class);
    }

    // ---- tickets

    @Test
    void ticketOpensTheAccountOnceWithANewNumber() {
        OpeningTicket ticket = accounts.openForResident(head(), Ids.next(), commune.id(), "Lê Thị Mẫu", null);

        assertThat(tickets.find(ticket.spaced().toLowerCase(Locale.ROOT))).isPresent();
        Account open = tickets.use(ticket.code(), phone("0912 000 001"), null);

        assertThat(open.status()).isEqualTo(Account.Status.ACTIVE);
        assertThat(accounts.activeWithPhone(phone("0912 000 001"))).hasSize(1);
        assertRefused(IdentityProblem.TICKET_UNKNOWN, () -> tickets.use(ticket.code(), phone("0912 000 001"), null));
    }

    @Test
    void ticketIsOverAfterTwoWeeks() {
        OpeningTicket ticket = accounts.openForResident(head(), Ids.next(), commune.id(), "Lê Thị Mẫu", null);

        clock.moveBy(Duration.ofDays(14));

        assertThat(tickets.find(ticket.code())).isEmpty();
    }

    @Test
    void personHasOneAccount() {
        UUID person = Ids.next();
        accounts.openForResident(head(), person, commune.id(), "Lê Thị Mẫu", "0912000002");

        assertThat(accounts.ofPersons(List.of(person, Ids.next()))).containsOnlyKeys(person);
        assertRefused(
                IdentityProblem.HAS_ACCOUNT,
                () -> accounts.openForResident(head(), person, commune.id(), "Lê Thị Mẫu", null));
    }

    @Test
    void villageHeadOpensNoAccountElsewhere() {
        assertRefusedAs(403, () -> accounts.openForResident(head(), Ids.next(), neighbour.id(), "Lê Thị Mẫu", null));
    }

    @Test
    void recoveryEndsSessionsTokensAndPasswordAndLeavesATrace() {
        UUID id = account("Lê Thị Mẫu", Role.RESIDENT, commune);
        String cookie = signIn(id);
        Caller resident = bySession(cookie).orElseThrow();
        accounts.setPassword(resident, "", "lúa chín đầu mùa");
        String token = tokens.make(resident, "máy", Duration.ofDays(30));

        OpeningTicket ticket = accounts.recover(head(), id);

        assertThat(bySession(cookie)).isEmpty();
        assertThat(signIns.byToken(token)).isEmpty();
        assertThat(tickets.find(ticket.code())).map(Account::hasPassword).contains(false);
        assertThat(audit.changesOf("account", id, 10))
                .extracting(AuditEntry::action)
                .contains("accounts.recover", "accounts.password", "accounts.open");
    }

    @Test
    void villageHeadDoesNotRecoverAnOfficer() {
        UUID leader = account("Lê Văn Lãnh", Role.COMMUNE_LEADER, commune);
        UUID elsewhere = account("Lê Văn Xa", Role.RESIDENT, neighbour);

        assertRefused(IdentityProblem.BEYOND_REACH, () -> accounts.recover(head(), leader));
        assertRefused(IdentityProblem.BEYOND_REACH, () -> accounts.recover(head(), elsewhere));
        assertRefused(IdentityProblem.NO_ACCOUNT, () -> accounts.recover(head(), Ids.next()));
    }

    @Test
    void administratorOfACommuneDoesNotTakeOverWhoAlsoSitsAbove() {
        UUID id = account("Lê Văn Lãnh", Role.COMMUNE_LEADER, commune);
        grants.grant(
                administrator(place("38")),
                id,
                new Wanted(Role.COMMITTEE, place("38").id(), accounts.today(), null));

        assertRefused(IdentityProblem.BEYOND_REACH, () -> accounts.recover(administrator(commune), id));
    }

    // ---- administration

    @Test
    void secondOfTwoOfficersWhoEditOneAccountIsTold() {
        Caller administrator = administrator(commune);
        UUID id = account("Lê Thị Mẫu", Role.RESIDENT, commune);
        int version = search.look(administrator, id).account().version();

        accounts.edit(administrator, id, version, "Lê Thị Một", "");

        assertRefused(
                IdentityProblem.CHANGED_MEANWHILE, () -> accounts.edit(administrator, id, version, "Lê Thị Hai", ""));
        assertThat(search.look(administrator, id).account().name()).isEqualTo("Lê Thị Một");
    }

    @Test
    void nameIsKeptComposedAndFoundWithoutMarks() {
        Caller administrator = administrator(commune);
        String name = "Phạm  Thị\u00A0Hoà Đường";
        UUID id = account(Normalizer.normalize(name, Normalizer.Form.NFD), Role.RESIDENT, commune);

        List<Account> found = search.search(administrator, new Search("hoa duong", "", new UUID(0, 0), 20)).stream()
                .map(AccountSearch.Entry::account)
                .toList();

        assertThat(found).extracting(Account::id).containsExactly(id);
        assertThat(found.getFirst().name()).isEqualTo("Phạm Thị Hoà Đường");
        assertThat(search.search(administrator(neighbour), new Search("hoa duong", "", new UUID(0, 0), 20)))
                .isEmpty();
    }

    @Test
    void searchSurvivesSignsThatMeanSomethingElsewhere() {
        for (String text : List.of("'; drop table", "a & | ! (", ":*", "\\", "🙂", "%", "<b>", "'")) {
            search.search(administrator(commune), new Search(text, "", new UUID(0, 0), 20));
        }
    }

    @Test
    void nameOf100KilobytesOrNoneIsRefused() {
        assertRefused(IdentityProblem.NAME_FORM, () -> account("x".repeat(100_000), Role.RESIDENT, commune));
        assertRefused(IdentityProblem.NAME_FORM, () -> account(" \u00A0 ", Role.RESIDENT, commune));
    }

    @Test
    void roleIsGivenInOnesOwnPlacesOnlyOnceAndWithRealDates() {
        Caller administrator = administrator(commune);
        UUID id = account("Lê Thị Mẫu", Role.RESIDENT, commune);
        LocalDate today = accounts.today();

        assertRefusedAs(
                403, () -> grants.grant(administrator, id, new Wanted(Role.TEACHER, neighbour.id(), today, null)));
        assertRefused(
                IdentityProblem.ROLE_TWICE,
                () -> grants.grant(administrator, id, new Wanted(Role.RESIDENT, commune.id(), today, null)));
        assertRefused(
                IdentityProblem.DATES_FORM,
                () -> grants.grant(
                        administrator, id, new Wanted(Role.TEACHER, commune.id(), today, today.minusDays(1))));
    }

    @Test
    void administratorKeepsTheRoleInUse() {
        UUID id = account("Lê Quản Trị", Role.ADMINISTRATOR, commune);
        Caller administrator = bySession(signIn(id)).orElseThrow();

        assertRefused(IdentityProblem.OWN_ROLE, () -> grants.end(administrator, id, roleOf(id)));
        assertRefused(IdentityProblem.OWN_ROLE, () -> accounts.close(administrator, id));
    }

    @Test
    void closedAccountNeverOpensAgain() {
        UUID id = account("Lê Thị Mẫu", Role.RESIDENT, commune);
        String cookie = signIn(id);

        accounts.close(administrator(commune), id);

        assertThat(bySession(cookie)).isEmpty();
        assertRefused(IdentityProblem.CLOSED, () -> accounts.recover(administrator(commune), id));
    }

    @Test
    void establishingTwiceIsOnce() {
        NewAccount wanted = new NewAccount("Lê Thị Vai", "0912000003", Role.RESIDENT, commune.id());

        assertThat(accounts.establish(PROGRAM, wanted)).isEqualTo(accounts.establish(PROGRAM, wanted));
    }

    // ---- fixtures

    private Place place(String code) {
        return places.tree().byCode(code, null).orElseThrow();
    }

    private UUID account(String name, Role role, Place place) {
        return accounts.establish(PROGRAM, new NewAccount(name, null, role, place.id()));
    }

    private Caller administrator(Place place) {
        return bySession(signIn(account("Lê Quản Trị", Role.ADMINISTRATOR, place)))
                .orElseThrow();
    }

    private Caller head() {
        return bySession(signIn(account("Lê Trưởng Thôn", Role.VILLAGE_HEAD, commune)))
                .orElseThrow();
    }

    private String signIn(UUID account) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        sessions.open(account, new MockHttpServletRequest(), response);
        return cookie(response);
    }

    private static String cookie(MockHttpServletResponse response) {
        return response.getCookie(SignIns.COOKIE).getValue();
    }

    private Optional<Caller> bySession(String cookie) {
        return signIns.bySession(cookie, "203.0.113.9");
    }

    private UUID roleOf(UUID account) {
        return sessions.rolesToday(account).getFirst().id();
    }

    private UUID roleOf(UUID account, Role role) {
        return sessions.rolesToday(account).stream()
                .filter(held -> held.role() == role)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Phone phone(String typed) {
        return Phone.parse(typed).orElseThrow();
    }

    private static void assertRefused(IdentityProblem code, ThrowingCallable what) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, what);
        assertThat(refusal).as("refused as " + code).isNotNull();
        assertThat(refusal.problems()).extracting(Problem::code).containsExactly(code);
    }

    private static void assertRefusedAs(int status, ThrowingCallable what) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, what);
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.problems().getFirst().code().kind().status()).isEqualTo(status);
    }
}
