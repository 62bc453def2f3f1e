package vn.langso.identity;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.langso.kernel.Role;
import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
@Import({MovedClock.Beans.class, SentCodes.Beans.class})
class PasswordControllerTest {

    private static final Caller PROGRAM = Caller.program("test");
    private static final String PASSWORD = "lúa chín đầu mùa";

    /** Each test has a network address and phone numbers of its own, so that tries are its own too. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Places places;

    private String phone;
    private String address;

    @BeforeEach
    void number() {
        int number = NUMBER.incrementAndGet();
        phone = "09%08d".formatted(14_000_000 + number);
        address = "192.0.2." + number;
    }

    @Test
    void passwordSignsInAndAWrongOneTellsNothing() {
        account("Lê Văn Cán", PASSWORD);

        MvcTestResult wrong = password(phone, "lúa chín đầu vụ");
        MvcTestResult unknown = password("0988000000".substring(0, 6) + phone.substring(6), PASSWORD);

        assertThat(password(phone, PASSWORD)).hasStatus(303);
        assertThat(wrong).hasStatus(422).bodyText().contains("Số điện thoại hoặc mật khẩu chưa đúng");
        assertThat(unknown).hasStatus(422).bodyText().contains("Số điện thoại hoặc mật khẩu chưa đúng");
    }

    @Test
    void seventhWrongPasswordShutsTheDoorToTheRightOne() {
        account("Lê Văn Cán", PASSWORD);
        for (int i = 0; i < 6; i++) {
            password(phone, "sai " + i);
        }

        assertThat(password(phone, PASSWORD)).hasStatus(429);
    }

    @Test
    void signingOutForgetsEverything() {
        account("Lê Văn Cán", PASSWORD);
        Cookie session = password(phone, PASSWORD).getResponse().getCookie(SignIns.COOKIE);

        MvcTestResult out = post("/sign-out", session).exchange();

        assertThat(out).hasStatus(303).headers().hasValue("Clear-Site-Data", "\"cache\", \"storage\"");
        assertThat(out.getResponse().getCookie(SignIns.COOKIE).getMaxAge()).isZero();
        assertThat(get("/account", session)).hasStatus(302);
        assertThat(http.get().uri("/sign-in").exchange()).headers().hasValue("X-Langso-Forget", "1");
    }

    @Test
    void formWithoutItsTokenIsRefused() {
        assertThat(http.post().uri("/sign-in").param("phone", phone).exchange()).hasStatus(403);
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
        Cookie session = password(phone, PASSWORD).getResponse().getCookie(SignIns.COOKIE);
        String token = token(
                post("/account/tokens", session).param("token-name", "máy").exchange());

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
        return accounts.establish(PROGRAM, new NewAccount(name, phone, Role.RESIDENT, place, password, null));
    }

    private MvcTestResult password(String typed, String password) {
        return post("/sign-in/password")
                .param("phone", typed)
                .param("password", password)
                .exchange();
    }

    private MvcTestResult bearer(String path, String token) {
        return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult get(String path, Cookie... cookies) {
        return http.get().uri(path).cookie(cookies).with(from()).exchange();
    }

    private MockMvcRequestBuilder post(String path, Cookie... cookies) {
        MockMvcRequestBuilder request = http.post().uri(path).with(csrf()).with(from());
        return cookies.length == 0 ? request : request.cookie(cookies);
    }

    private RequestPostProcessor from() {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static String token(MvcTestResult made) {
        var found = Pattern.compile("ls_[A-Za-z0-9_-]{43}").matcher(body(made));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
