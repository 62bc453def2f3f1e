package vn.langso.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.langso.shell.OpenToAll;

import static org.assertj.core.api.Assertions.assertThat;

/** The program's own server ends under it, as for want of memory. */
@SpringBootTest(properties = {"langso.database.url=embedded", "langso.database.patience=300ms"})
@AutoConfigureMockMvc
class DatabaseAwayTest {

    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(30);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private EmbeddedDatabase database;

    @Test
    void readersAreToldWhileItIsAwayAndServedWhenItIsBack() throws InterruptedException {
        assertThat(ask()).hasStatusOk().bodyText().isEqualTo("1");

        ProcessHandle server = database.process();
        server.destroyForcibly();
        server.onExit().join();

        MvcTestResult away = ask();
        assertThat(away).hasStatus(503);
        assertThat(away).bodyJson().extractingPath("$.code").isEqualTo("SHL-503");
        assertThat(away).hasHeader("Retry-After", "10");
        assertThat(backAgain()).isTrue();
        assertThat(database.process().pid()).isNotEqualTo(server.pid());
    }

    private boolean backAgain() throws InterruptedException {
        long end = System.nanoTime() + RECOVERED_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            if (ask().getResponse().getStatus() == 200) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    private MvcTestResult ask() {
        return http.get().uri("/api/test/one").exchange();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Asking {

        @Bean
        One one(JdbcClient jdbc) {
            return new One(jdbc);
        }
    }

    @RestController
    static class One {

        private final JdbcClient jdbc;

        One(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @OpenToAll
        @Transactional
        @GetMapping("/api/test/one")
        public int one() {
            return jdbc.sql("select 1").query(Integer.class).single();
        }
    }
}
