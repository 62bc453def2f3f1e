package vn.langso.identity;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.langso.kernel.Role;
import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
@Import({MovedClock.Beans.class, SentCodes.Beans.class})
class PasswordControllerTest {

    private static final Caller PROGRAM = Caller.program("test");
    private static final String PASSWORD = "lúa chín đầu mùa";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Places places;

    private Guest guest;

    @BeforeEach
    void somebodyComes() {
        guest = Guest.arriving(http);
    }

    @Test
    void passwordSignsInAndAWrongOneTellsNothing() {
        account("Lê Văn Cán", PASSWORD);

        MvcTestResult wrong = password(guest.phone(), "lúa chín đầu vụ");
        MvcTestResult unknown =
                password("0988000000".substring(0, 6) + guest.phone().substring(6), PASSWORD);

        assertThat(password(guest.phone(), PASSWORD)).hasStatus(303);
        assertThat(wrong).hasStatus(422).bodyText().contains("Số điện thoại hoặc mật khẩu chưa đúng");
        assertThat(unknown).hasStatus(422).bodyText().contains("Số điện thoại hoặc mật khẩu chưa đúng");
    }

    @Test
    void seventhWrongPasswordShutsTheDoorToTheRightOne() {
        account("Lê Văn Cán", PASSWORD);
        for (int i = 0; i < 6; i++) {
            password(guest.phone(), "sai " + i);
        }

        assertThat(password(guest.phone(), PASSWORD)).hasStatus(429);
    }

    @Test
    void signingOutForgetsEverything() {
        account("Lê Văn Cán", PASSWORD);
        Cookie session = password(guest.phone(), PASSWORD).getResponse().getCookie(SignIns.COOKIE);

        MvcTestResult out = guest.post("/sign-out", session).exchange();

        assertThat(out).hasStatus(303).headers().hasValue("Clear-Site-Data", "\"cache\", \"storage\"");
        assertThat(out.getResponse().getCookie(SignIns.COOKIE).getMaxAge()).isZero();
        assertThat(guest.get("/account", session)).hasStatus(302);
        assertThat(http.get().uri("/sign-in").exchange()).headers().hasValue("X-Langso-Forget", "1");
    }

    @Test
    void formWithoutItsTokenIsRefused() {
        assertThat(http.post().uri("/sign-in").param("phone", guest.phone()).exchange())
                .hasStatus(403);
    }

    @Test
    void badTokenIsRefusedWhereverItIsShown() {
        for (String path : new String[] {"/api/v1/me", "/api/v1/places/15316"}) {
            assertThat(http.get()
                            .uri(path)
                            .header("Authorization", "Bearer nobody")
                            .exchange())
                    .hasStatus(401)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("SHL-401");
        }
    }

    @Test
    void tokenMakesNoTokenAndChangesNoPassword() {
        account("Lê Văn Cán", PASSWORD);
        Cookie session = password(guest.phone(), PASSWORD).getResponse().getCookie(SignIns.COOKIE);
        String token = token(guest.post("/account/tokens", session)
                .param("token-name", "máy")
                .exchange());

        assertThat(bearer("/api/v1/me", token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.role")
                .isEqualTo("resident");
        for (String path :
                new String[] {"/account/tokens", "/account/password", "/account/role?assignment=" + UUID.randomUUID()
                }) {
            assertThat(http.post()
                            .uri(path)
                            .header("Authorization", "Bearer " + token)
                            .exchange())
                    .hasStatus(403)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("IDN-026");
        }
    }

    // ---- fixtures

    private UUID account(String name, String password) {
        UUID place = places.tree().byCode("15316", null).orElseThrow().id();
        return accounts.establish(PROGRAM, new NewAccount(name, guest.phone(), Role.RESIDENT, place, password, null));
    }

    private MvcTestResult password(String typed, String password) {
        return guest.post("/sign-in/password")
                .param("phone", typed)
                .param("password", password)
                .exchange();
    }

    private MvcTestResult bearer(String path, String token) {
        return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    private static String token(MvcTestResult made) {
        var found = Pattern.compile("ls_[A-Za-z0-9_-]{43}").matcher(Guest.body(made));
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
