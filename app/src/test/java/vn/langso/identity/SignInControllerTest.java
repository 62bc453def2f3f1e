package vn.langso.identity;

import java.util.UUID;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.langso.identity.codes.OneTimeCodes;
import vn.langso.kernel.Role;
import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;
import vn.langso.shell.SignIns;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
@Import({MovedClock.Beans.class, SentCodes.Beans.class})
class SignInControllerTest {

    private static final Caller PROGRAM = Caller.program("test");

    private static final Pattern FORM_VALUE = Pattern.compile("name=\"_csrf\" value=\"[^\"]*\"");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Places places;

    @Autowired
    private SentCodes sent;

    @Autowired
    private MovedClock clock;

    private Guest guest;

    @BeforeEach
    void somebodyComes() {
        guest = Guest.arriving(http);
    }

    @Test
    void numberAndCodeSignIn() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(guest.phone()).getResponse().getCookie(SignInController.BROWSER_COOKIE);

        MvcTestResult done = prove(browser, sent.next());

        assertThat(done).hasStatus(303).hasRedirectedUrl("/");
        Cookie session = done.getResponse().getCookie(SignIns.COOKIE);
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(guest.get("/account", session)).hasStatusOk().bodyText().contains("Lê Thị Mẫu");
    }

    @Test
    void cookieIsSecureOverHttps() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(guest.phone()).getResponse().getCookie(SignInController.BROWSER_COOKIE);

        MvcTestResult done = guest.post("/sign-in/code", browser)
                .param("code", sent.next())
                .secure(true)
                .exchange();

        assertThat(done.getResponse().getCookie(SignIns.COOKIE).getSecure()).isTrue();
    }

    @Test
    void unknownNumberIsAnsweredAsAKnownOne() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        MvcTestResult known = ask(guest.phone());
        sent.next();
        String unknownPhone = "0977000000".substring(0, 7) + guest.phone().substring(7);
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
        Cookie browser = ask(guest.phone()).getResponse().getCookie(SignInController.BROWSER_COOKIE);
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

    @Test
    void codeIsGoodOnceAndInOneBrowserAlone() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(guest.phone()).getResponse().getCookie(SignInController.BROWSER_COOKIE);
        String code = sent.next();

        assertThat(prove(new Cookie(SignInController.BROWSER_COOKIE, "another"), code)
                        .getResponse()
                        .getCookie(SignIns.COOKIE))
                .as("in another browser")
                .isNull();
        assertThat(prove(browser, code).getResponse().getCookie(SignIns.COOKIE)).isNotNull();
        assertThat(prove(browser, code).getResponse().getCookie(SignIns.COOKIE))
                .as("a second time")
                .isNull();
    }

    @Test
    void codeIsOverAfterItsTime() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(guest.phone()).getResponse().getCookie(SignInController.BROWSER_COOKIE);
        String code = sent.next();

        clock.moveBy(OneTimeCodes.LIFE.plusSeconds(1));

        MvcTestResult late = prove(browser, code);
        assertThat(late).hasStatus(422);
        assertThat(late.getResponse().getCookie(SignIns.COOKIE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12345", "1234567", "<script>", "🙂🙂🙂🙂🙂🙂", "１２３"})
    void anythingButTheCodeIsWrong(String typed) throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(guest.phone()).getResponse().getCookie(SignInController.BROWSER_COOKIE);
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
        assertThat(guest.post("/sign-in/password")
                        .param("phone", huge)
                        .param("password", huge)
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .hasSizeLessThan(20_000);
        assertThat(guest.post("/open").param("code", huge).exchange()).hasStatus(404);
    }

    @Test
    void sixthCodeForANumberIsRefused() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(guest.phone())).hasStatus(303);
        }

        assertThat(ask(guest.phone())).hasStatus(429).bodyText().contains("Hãy chờ 15 phút");
    }

    @Test
    void newCodeIsToBeHadAfterAMinute() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(guest.phone()).getResponse().getCookie(SignInController.BROWSER_COOKIE);
        sent.next();

        assertThat(guest.post("/sign-in/resend", browser).exchange())
                .hasStatus(429)
                .bodyText()
                .contains("Hãy chờ 60 giây");
    }

    @Test
    void familyChoosesWhoSignsInAndNobodyElse() throws InterruptedException {
        UUID mother = account("Lê Thị Mẹ", null);
        UUID daughter = account("Lê Thị Con", null);
        String family = guest.phone();
        somebodyComes();
        UUID stranger = account("Trần Văn Lạ", null);
        Cookie browser = ask(family).getResponse().getCookie(SignInController.BROWSER_COOKIE);

        assertThat(prove(browser, sent.next())).hasRedirectedUrl("/sign-in/who");
        assertThat(guest.get("/sign-in/who", browser))
                .bodyText()
                .contains("Lê Thị Mẹ", "Lê Thị Con")
                .doesNotContain("Trần");
        assertThat(choose(browser, stranger).getResponse().getCookie(SignIns.COOKIE))
                .isNull();
        Cookie session = choose(browser, daughter).getResponse().getCookie(SignIns.COOKIE);
        assertThat(guest.get("/account", session)).bodyText().contains("Lê Thị Con");
        assertThat(choose(browser, mother).getResponse().getCookie(SignIns.COOKIE))
                .as("chosen once")
                .isNull();
    }

    @Test
    void peopleOfOneNameOnOnePhoneAreToldApart() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        UUID other = account("Lê Thị Khác", null);
        UUID place = places.tree().byCode("15316", null).orElseThrow().id();
        accounts.edit(CallerSamples.of(Role.ADMINISTRATOR, place), other, 0, "Lê Thị Mẫu", guest.phone());
        Cookie browser = ask(guest.phone()).getResponse().getCookie(SignInController.BROWSER_COOKIE);
        assertThat(prove(browser, sent.next())).hasRedirectedUrl("/sign-in/who");

        assertThat(guest.get("/sign-in/who", browser))
                .bodyText()
                .contains("Người dân, ")
                .matches("(?s).*Tài khoản mở lúc .*Tài khoản mở lúc .*");
    }

    @Test
    void plantedSessionIsNotTheOneSignedIn() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie browser = ask(guest.phone()).getResponse().getCookie(SignInController.BROWSER_COOKIE);
        Cookie planted = new Cookie(SignIns.COOKIE, "planted-by-somebody-else");

        MvcTestResult done = guest.post("/sign-in/code", browser, planted)
                .param("code", sent.next())
                .exchange();

        assertThat(done.getResponse().getCookie(SignIns.COOKIE).getValue()).isNotEqualTo(planted.getValue());
        assertThat(guest.get("/account", planted)).hasStatus(302);
    }

    @Test
    void afterSigningInThePageWantedIsShownAndNoOtherSite() throws InterruptedException {
        account("Lê Thị Mẫu", null);
        Cookie wanted = http.get()
                .uri("/sign-in?back={back}", "/places/15316?on=2023-12-15")
                .exchange()
                .getResponse()
                .getCookie("langso_back");
        Cookie browser = ask(guest.phone()).getResponse().getCookie(SignInController.BROWSER_COOKIE);

        assertThat(guest.post("/sign-in/code", browser, wanted)
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

    // ---- fixtures

    private UUID account(String name, String password) {
        UUID place = places.tree().byCode("15316", null).orElseThrow().id();
        return accounts.establish(PROGRAM, new NewAccount(name, guest.phone(), Role.RESIDENT, place, password, null));
    }

    private MvcTestResult ask(String typed) {
        return guest.post("/sign-in").param("phone", typed).exchange();
    }

    private MvcTestResult prove(Cookie browser, String code) {
        return guest.post("/sign-in/code", browser).param("code", code).exchange();
    }

    private MvcTestResult choose(Cookie browser, UUID account) {
        return guest.post("/sign-in/who", browser)
                .param("account", account.toString())
                .exchange();
    }

    /** The page that asks for the code, without what differs from page to page. */
    private String codePage(MvcTestResult asked) {
        MvcTestResult page = guest.get("/sign-in/code", asked.getResponse().getCookie(SignInController.BROWSER_COOKIE));
        return FORM_VALUE.matcher(Guest.body(page)).replaceAll("");
    }
}
