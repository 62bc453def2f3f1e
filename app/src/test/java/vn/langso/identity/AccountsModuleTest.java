package vn.langso.identity;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

import vn.langso.identity.AccountSearch.Search;
import vn.langso.identity.RoleGrants.Wanted;
import vn.langso.kernel.Role;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({MovedClock.Beans.class, SentCodes.Beans.class, PeopleSamples.class})
class AccountsModuleTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountSearch search;

    @Autowired
    private RoleGrants grants;

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
    void secondOfTwoOfficersWhoEditOneAccountIsTold() {
        Caller administrator = people.administrator(people.commune);
        UUID id = people.account("Lê Thị Mẫu", Role.RESIDENT, people.commune);
        int version = search.look(administrator, id).account().version();

        accounts.edit(administrator, id, version, "Lê Thị Một", "");

        PeopleSamples.assertRefused(
                IdentityProblem.CHANGED_MEANWHILE.code(),
                () -> accounts.edit(administrator, id, version, "Lê Thị Hai", ""));
        assertThat(search.look(administrator, id).account().name()).isEqualTo("Lê Thị Một");
    }

    @Test
    void nameIsKeptComposedAndFoundWithoutMarks() {
        Caller administrator = people.administrator(people.commune);
        String name = "Phạm  Thị\u00A0Hoà Đường";
        UUID id = people.account(Normalizer.normalize(name, Normalizer.Form.NFD), Role.RESIDENT, people.commune);

        List<Account> found = search.search(administrator, new Search("hoa duong", "", new UUID(0, 0), 20)).stream()
                .map(AccountSearch.Entry::account)
                .toList();

        assertThat(found).extracting(Account::id).containsExactly(id);
        assertThat(found.getFirst().name()).isEqualTo("Phạm Thị Hoà Đường");
        assertThat(search.search(
                        people.administrator(people.neighbour), new Search("hoa duong", "", new UUID(0, 0), 20)))
                .isEmpty();
    }

    @Test
    void searchSurvivesSignsThatMeanSomethingElsewhere() {
        for (String text : List.of("'; drop table", "a & | ! (", ":*", "\\", "🙂", "%", "<b>", "'")) {
            search.search(people.administrator(people.commune), new Search(text, "", new UUID(0, 0), 20));
        }
    }

    @Test
    void nameOf100KilobytesOrNoneIsRefused() {
        PeopleSamples.assertRefused(
                IdentityProblem.NAME_FORM.code(),
                () -> people.account("x".repeat(100_000), Role.RESIDENT, people.commune));
        PeopleSamples.assertRefused(
                IdentityProblem.NAME_FORM.code(), () -> people.account(" \u00A0 ", Role.RESIDENT, people.commune));
    }

    @Test
    void roleIsGivenInOnesOwnPlacesOnlyOnceAndWithRealDates() {
        Caller administrator = people.administrator(people.commune);
        UUID id = people.account("Lê Thị Mẫu", Role.RESIDENT, people.commune);
        LocalDate today = accounts.today();

        PeopleSamples.assertRefusedAs(
                403,
                () -> grants.grant(administrator, id, new Wanted(Role.TEACHER, people.neighbour.id(), today, null)));
        PeopleSamples.assertRefused(
                IdentityProblem.ROLE_TWICE.code(),
                () -> grants.grant(administrator, id, new Wanted(Role.RESIDENT, people.commune.id(), today, null)));
        PeopleSamples.assertRefused(
                IdentityProblem.DATES_FORM.code(),
                () -> grants.grant(
                        administrator, id, new Wanted(Role.TEACHER, people.commune.id(), today, today.minusDays(1))));
    }

    @Test
    void administratorKeepsTheRoleInUse() {
        UUID id = people.account("Lê Quản Trị", Role.ADMINISTRATOR, people.commune);
        Caller administrator = people.bySession(people.signIn(id)).orElseThrow();

        PeopleSamples.assertRefused(
                IdentityProblem.OWN_ROLE.code(), () -> grants.end(administrator, id, people.roleOf(id)));
        PeopleSamples.assertRefused(IdentityProblem.OWN_ROLE.code(), () -> accounts.close(administrator, id));
    }

    @Test
    void closedAccountNeverOpensAgain() {
        UUID id = people.account("Lê Thị Mẫu", Role.RESIDENT, people.commune);
        String cookie = people.signIn(id);

        accounts.close(people.administrator(people.commune), id);

        assertThat(people.bySession(cookie)).isEmpty();
        PeopleSamples.assertRefused(
                IdentityProblem.CLOSED.code(), () -> accounts.recover(people.administrator(people.commune), id));
    }

    @Test
    void establishingTwiceIsOnce() {
        NewAccount wanted = new NewAccount("Lê Thị Vai", "0912000003", Role.RESIDENT, people.commune.id());

        assertThat(accounts.establish(PeopleSamples.PROGRAM, wanted))
                .isEqualTo(accounts.establish(PeopleSamples.PROGRAM, wanted));
    }
}
