package vn.langso.identity;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

import vn.langso.identity.sessions.ApiTokens;
import vn.langso.kernel.Role;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({MovedClock.Beans.class, SentCodes.Beans.class, PeopleSamples.class})
class ApiTokensModuleTest {

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private SignIns signIns;

    @Autowired
    private PeopleSamples people;

    @Autowired
    private MovedClock clock;

    @BeforeEach
    void morning() {
        clock.moveTo("2026-11-23T08:00:00+07:00");
        people.gather();
    }

    @Test
    void tokenHasTheRoleOfItsMakerAndEndsInTime() {
        Caller clerk = people.bySession(people.signIn(people.account("Lê Văn Mẫu", Role.COMMUNE_CLERK, people.commune)))
                .orElseThrow();
        String token = tokens.make(clerk, "bảng số liệu", Duration.ofDays(30));

        assertThat(signIns.byToken(token)).map(Caller::permissions).contains(clerk.permissions());
        assertThat(signIns.byToken(token + "x")).isEmpty();
        assertThat(signIns.byToken("x".repeat(100_000))).isEmpty();
        clock.moveBy(Duration.ofDays(30));
        assertThat(signIns.byToken(token)).isEmpty();
    }

    @Test
    void revokedTokenIsWorthNothing() {
        Caller clerk = people.bySession(people.signIn(people.account("Lê Văn Mẫu", Role.COMMUNE_CLERK, people.commune)))
                .orElseThrow();
        String token = tokens.make(clerk, "bảng số liệu", Duration.ofDays(30));

        tokens.revoke(clerk, tokens.of(clerk).getFirst().id());

        assertThat(signIns.byToken(token)).isEmpty();
    }

    @Test
    void tokenOfAFixedValueIsRefusedOutsideTheDemo() {
        UUID id = people.account("Lê Văn Mẫu", Role.RESIDENT, people.commune);

        assertThatThrownBy(() -> tokens.fixed(PeopleSamples.PROGRAM, id, "demo", "demo_value"))
                .isInstanceOf(IllegalStateException.class);
    }
}
