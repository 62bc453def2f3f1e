package vn.langso.identity;

import java.util.Optional;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import vn.langso.identity.roles.Roles;
import vn.langso.identity.secrets.Phone;
import vn.langso.identity.sessions.Sessions;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** People with accounts for the tests of identity, and what they hold. */
class PeopleSamples {

    static final Caller PROGRAM = Caller.program("test");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Roles roles;
    private final SignIns signIns;
    private final Places places;

    Place commune;
    Place neighbour;
    Place province;

    PeopleSamples(Accounts accounts, Sessions sessions, Roles roles, SignIns signIns, Places places) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.roles = roles;
        this.signIns = signIns;
        this.places = places;
    }

    /** Finds the places; when beans are made, they are not loaded yet. */
    void gather() {
        commune = places.tree().byCode("15316", null).orElseThrow();
        neighbour = places.tree().byCode("15271", null).orElseThrow();
        province = places.tree().byCode("38", null).orElseThrow();
    }

    UUID account(String name, Role role, Place place) {
        return accounts.establish(PROGRAM, new NewAccount(name, null, role, place.id()));
    }

    Caller administrator(Place place) {
        return bySession(signIn(account("Lê Quản Trị", Role.ADMINISTRATOR, place)))
                .orElseThrow();
    }

    Caller head() {
        return bySession(signIn(account("Lê Trưởng Thôn", Role.VILLAGE_HEAD, commune)))
                .orElseThrow();
    }

    String signIn(UUID account) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        sessions.open(account, new MockHttpServletRequest(), response);
        return cookie(response);
    }

    static String cookie(MockHttpServletResponse response) {
        return response.getCookie(SignIns.COOKIE).getValue();
    }

    Optional<Caller> bySession(String cookie) {
        return signIns.bySession(cookie, "203.0.113.9");
    }

    UUID roleOf(UUID account) {
        return roles.holdingToday(account).getFirst().id();
    }

    UUID roleOf(UUID account, Role role) {
        return roles.holdingToday(account).stream()
                .filter(held -> held.role() == role)
                .findFirst()
                .orElseThrow()
                .id();
    }

    static Phone phone(String typed) {
        return Phone.parse(typed).orElseThrow();
    }

    static void assertRefused(String code, ThrowingCallable what) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, what);
        assertThat(refusal).as("refused as " + code).isNotNull();
        assertThat(refusal.problems())
                .extracting(problem -> problem.code().code())
                .containsExactly(code);
    }

    static void assertRefusedAs(int status, ThrowingCallable what) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, what);
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.problems().getFirst().code().kind().status()).isEqualTo(status);
    }
}
