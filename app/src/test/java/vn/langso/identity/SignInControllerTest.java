package vn.langso.identity;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
class SignInControllerTest {

    private static final Caller PROGRAM = Caller.program("test");
    private static final String PASSWORD = "lúa chín đầu mùa";

    /** Each test has a network address and phone numbers of its own, so that tries are its own too. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final Pattern FORM_VALUE = Pattern.compile("name=\"_csrf\" value=\"[^\"]*\"");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Places places;

    @Autowired
    private SentCodes sent;

    private String phone;
    private String address;

    @BeforeEach
    void number() {
        int number = NUMBER.incrementAndGet();
        phone = "09%08d".formatted(12_000_000 + number);
        address = "203.0.113." + number;
    }

    // ---- phone and code

    @Test
    void numberAndCodeSignIn() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(phone).getResponse().getCookie(SignInController.BROWSER_COOKIE);

        MvcTestResult done = prove(browser, sent.next());

        assertThat(done).hasStatus(303).hasRedirectedUrl("/");
        Cookie session = done.getResponse().getCookie(SignIns.COOKIE);
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(get("/account", session)).hasStatusOk().bodyText().contains("Lê Thị Mẫu");
    }

    @Test
    void cookieIsSecureOverHttps() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(phone).getResponse().getCookie(SignInController.BROWSER_COOKIE);

        MvcTestResult done = post("/sign-in/code", browser)
                .param("code", sent.next())
                .secure(true)
                .exchange();

        assertThat(done.getResponse().getCookie(SignIns.COOKIE).getSecure()).isTrue();
    }

    @Test
    void unknownNumberIsAnsweredAsAKnownOne() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        MvcTestResult known = ask(phone);
        sent.next();
        String unknownPhone = "0977000000".substring(0, 7) + phone.substring(7);
        MvcTestResult unknown = ask(unknownPhone);

        assertThat(unknown).hasStatus(known.getResponse().getStatus());
        assertThat(unknown.getResponse().getRedirectedUrl())
                .isEqualTo(known.getResponse().getRedirectedUrl());
        assertThat(codePage(unknown)).isEqualTo(codePage(known));
        assertThat(sent.isEmpty()).isTrue();
    }

    @Test
    void wrongCodeShowsTheFormAgainAndTheSixthIsTooLate() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(phone).getResponse().getCookie(SignInController.BROWSER_COOKIE);
        String code = sent.next();
        String wrong = code.equals("000000") ? "111111" : "000000";

        assertThat(prove(browser, wrong))
                .hasStatus(422)
                .bodyText()
                .contains("aria-invalid=\"true\"", "còn thử được 4 lần");
        for (int i = 0; i < 4; i++) {
            prove(browser, wrong);
        }
        assertThat(prove(browser, code)).hasStatus(422).bodyText().contains("Hãy xin mã mới");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12345", "1234567", "<script>", "🙂🙂🙂🙂🙂🙂", "１２３"})
    void anythingButTheCodeIsWrong(String typed) throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(phone).getResponse().getCookie(SignInController.BROWSER_COOKIE);
        sent.next();

        assertThat(prove(browser, typed)).hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0912", "+1 555 0100", "<script>alert(1)</script>", "🙂"})
    void whatIsNoNumberIsToldInASentence(String typed) {
        assertThat(ask(typed))
                .hasStatus(422)
                .bodyText()
                .contains("Hãy nhập đủ 10 số")
                .doesNotContain("<script>alert");
    }

    @Test
    void fieldsOf100KilobytesAreRefusedAndNotSentBack() {
        String huge = "9".repeat(100_000);

        assertThat(ask(huge)).hasStatus(422).bodyText().hasSizeLessThan(20_000);
        assertThat(post("/sign-in/password")
                        .param("phone", huge)
                        .param("password", huge)
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .hasSizeLessThan(20_000);
        assertThat(post("/open").param("code", huge).exchange()).hasStatus(404);
    }

    @Test
    void sixthCodeForANumberIsRefused() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(phone)).hasStatus(303);
        }

        assertThat(ask(phone)).hasStatus(429).bodyText().contains("Hãy chờ 15 phút");
    }

    @Test
    void newCodeIsToBeHadAfterAMinute() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(phone).getResponse().getCookie(SignInController.BROWSER_COOKIE);
        sent.next();

        assertThat(post("/sign-in/resend", browser).exchange())
                .hasStatus(429)
                .bodyText()
                .contains("Hãy chờ 60 giây");
    }

    @Test
    void familyChoosesWhoSignsInAndNobodyElse() throws InterruptedException {
        UUID mother = account("Lê Thị Mẹ", null);
        UUID daughter = account("Lê Thị Con", null);
        String family = phone;
        number();
        UUID stranger = account("Trần Văn Lạ", null);
        Cookie browser = ask(family).getResponse().getCookie(SignInController.BROWSER_COOKIE);

        assertThat(prove(browser, sent.next())).hasRedirectedUrl("/sign-in/who");
        assertThat(get("/sign-in/who", browser))
                .bodyText()
                .contains("Lê Thị Mẹ", "Lê Thị Con")
                .doesNotContain("Trần");
        assertThat(choose(browser, stranger).getResponse().getCookie(SignIns.COOKIE))
                .isNull();
        Cookie session = choose(browser, daughter).getResponse().getCookie(SignIns.COOKIE);
        assertThat(get("/account", session)).bodyText().contains("Lê Thị Con");
        assertThat(choose(browser, mother).getResponse().getCookie(SignIns.COOKIE))
                .as("chosen once")
                .isNull();
    }

    @Test
    void plantedSessionIsNotTheOneSignedIn() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(phone).getResponse().getCookie(SignInController.BROWSER_COOKIE);
        Cookie planted = new Cookie(SignIns.COOKIE, "planted-by-somebody-else");

        MvcTestResult done = post("/sign-in/code", browser, planted)
                .param("code", sent.next())
                .exchange();

        assertThat(done.getResponse().getCookie(SignIns.COOKIE).getValue()).isNotEqualTo(planted.getValue());
        assertThat(get("/account", planted)).hasStatus(302);
    }

    @Test
    void afterSigningInThePageWantedIsShownAndNoOtherSite() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie wanted = http.get()
                .uri("/sign-in?back={back}", "/places/15316?on=2023-12-15")
                .exchange()
                .getResponse()
                .getCookie("langso_back");
        Cookie browser = ask(phone).getResponse().getCookie(SignInController.BROWSER_COOKIE);

        assertThat(post("/sign-in/code", browser, wanted)
                        .param("code", sent.next())
                        .exchange())
                .hasRedirectedUrl("/places/15316?on=2023-12-15");
        assertThat(http.get()
                        .uri("/sign-in?back={back}", "//example.com")
                        .exchange()
                        .getResponse()
                        .getCookie("langso_back"))
                .isNull();
    }

    // ---- password, tokens, signing out

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

    // ---- tickets

    @Test
    void ticketOpensTheAccountInTheBrowser() {
        OpeningTicket ticket = ticket();

        assertThat(http.get().uri("/open/" + ticket.code()).with(from()).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Lê Thị Phiếu");
        MvcTestResult refused =
                post("/open/" + ticket.code()).param("phone", "12").exchange();
        MvcTestResult done =
                post("/open/" + ticket.code()).param("phone", phone).exchange();

        assertThat(refused).hasStatus(422);
        assertThat(done).hasStatus(303);
        assertThat(get("/account", done.getResponse().getCookie(SignIns.COOKIE)))
                .bodyText()
                .contains("Lê Thị Phiếu");
        assertThat(http.get().uri("/open/" + ticket.code()).with(from()).exchange())
                .hasStatus(404);
    }

    @Test
    void guessedTicketsAreSoonRefusedAndTheRightOneWithThem() {
        OpeningTicket ticket = ticket();
        for (int i = 0; i < 20; i++) {
            post("/open").param("code", "AAAA CCCC DDD" + (char) ('A' + i)).exchange();
        }

        assertThat(http.get().uri("/open/" + ticket.code()).with(from()).exchange())
                .hasStatus(429);
        assertThat(post("/open/" + ticket.code()).param("phone", phone).exchange())
                .hasStatus(429);
    }

    // ---- fixtures

    private UUID account(String name, String password) {
        UUID place = places.tree().byCode("15316", null).orElseThrow().id();
        return accounts.establish(PROGRAM, new NewAccount(name, phone, Role.RESIDENT, place, password, null));
    }

    private OpeningTicket ticket() {
        UUID place = places.tree().byCode("15316", null).orElseThrow().id();
        return accounts.openForResident(PROGRAM, UUID.randomUUID(), place, "Lê Thị Phiếu", null);
    }

    private MvcTestResult ask(String typed) {
        return post("/sign-in").param("phone", typed).exchange();
    }

    private MvcTestResult prove(Cookie browser, String code) {
        return post("/sign-in/code", browser).param("code", code).exchange();
    }

    private MvcTestResult choose(Cookie browser, UUID account) {
        return post("/sign-in/who", browser)
                .param("account", account.toString())
                .exchange();
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

    /** The page that asks for the code, without what differs from page to page. */
    private String codePage(MvcTestResult asked) {
        MvcTestResult page = get("/sign-in/code", asked.getResponse().getCookie(SignInController.BROWSER_COOKIE));
        return FORM_VALUE.matcher(body(page)).replaceAll("");
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
