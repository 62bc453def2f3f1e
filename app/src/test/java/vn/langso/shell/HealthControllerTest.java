package vn.langso.shell;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
class HealthControllerTest {

    @Autowired
    private MockMvcTester http;

    @Test
    void healthAnswersWithoutSignIn() {
        assertThat(http.get().uri("/health")).hasStatusOk().bodyJson().isEqualTo("{\"status\":\"UP\"}");
    }
}
