package vn.langso.identity;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

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

import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
@Import({MovedClock.Beans.class, SentCodes.Beans.class})
class OpenControllerTest {

    private static final Caller PROGRAM = Caller.program("test");

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
        phone = "09%08d".formatted(13_000_000 + number);
        address = "198.51.100." + number;
    }

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

    private OpeningTicket ticket() {
        UUID place = places.tree().byCode("15316", null).orElseThrow().id();
        return accounts.openForResident(PROGRAM, UUID.randomUUID(), place, "Lê Thị Phiếu", null);
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
}
