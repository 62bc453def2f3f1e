package vn.langso.identity;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import vn.langso.identity.sessions.Sessions;
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
class RolesControllerTest {

    private static final Caller PROGRAM = Caller.program("test");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Places places;

    @Test
    void refusedRoleLeavesTheOtherFormsOfThePageFilledIn() {
        UUID id = account("Lê Thị Vai Trò", Role.RESIDENT);
        MockHttpServletResponse signedIn = new MockHttpServletResponse();
        sessions.open(account("Lê Quản Trị", Role.ADMINISTRATOR), new MockHttpServletRequest(), signedIn);

        assertThat(http.post()
                        .uri("/accounts/" + id + "/roles")
                        .with(csrf())
                        .cookie(signedIn.getCookie(SignIns.COOKIE))
                        .param("role", "teacher")
                        .param("place", "không có nơi này")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("value=\"không có nơi này\"", "value=\"Lê Thị Vai Trò\"");
    }

    private UUID account(String name, Role role) {
        UUID place = places.tree().byCode("15316", null).orElseThrow().id();
        return accounts.establish(PROGRAM, new NewAccount(name, null, role, place));
    }
}
