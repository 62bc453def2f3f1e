package vn.langso.identity;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.langso.places.Places;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
@Import({MovedClock.Beans.class, SentCodes.Beans.class})
class OpenControllerTest {

    private static final Caller PROGRAM = Caller.program("test");

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
    void ticketOpensTheAccountInTheBrowser() {
        OpeningTicket ticket = ticket();

        assertThat(guest.get("/open/" + ticket.code())).hasStatusOk().bodyText().contains("Lê Thị Phiếu");
        MvcTestResult refused =
                guest.post("/open/" + ticket.code()).param("phone", "12").exchange();
        MvcTestResult done = guest.post("/open/" + ticket.code())
                .param("phone", guest.phone())
                .exchange();

        assertThat(refused).hasStatus(422);
        assertThat(done).hasStatus(303);
        assertThat(guest.get("/account", done.getResponse().getCookie(SignIns.COOKIE)))
                .bodyText()
                .contains("Lê Thị Phiếu");
        assertThat(guest.get("/open/" + ticket.code())).hasStatus(404);
    }

    @Test
    void guessedTicketsAreSoonRefusedAndTheRightOneWithThem() {
        OpeningTicket ticket = ticket();
        for (int i = 0; i < 20; i++) {
            guest.post("/open")
                    .param("code", "AAAA CCCC DDD" + (char) ('A' + i))
                    .exchange();
        }

        assertThat(guest.get("/open/" + ticket.code())).hasStatus(429);
        assertThat(guest.post("/open/" + ticket.code())
                        .param("phone", guest.phone())
                        .exchange())
                .hasStatus(429);
    }

    // ---- fixtures

    private OpeningTicket ticket() {
        UUID place = places.tree().byCode("15316", null).orElseThrow().id();
        return accounts.openForResident(PROGRAM, UUID.randomUUID(), place, "Lê Thị Phiếu", null);
    }
}
