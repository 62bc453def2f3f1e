package vn.langso.shell;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
class ShellPagesControllerTest {

    @Autowired
    private MockMvcTester http;

    @Test
    void choiceIsKeptOnTheDeviceAndTheReaderComesBack() {
        var answer = http.post()
                .uri("/preferences")
                .param("language", "en")
                .param("size", "lg")
                .param("back", "/places?query=chi+phuc")
                .with(csrf())
                .exchange();

        assertThat(answer).hasStatus(303).hasRedirectedUrl("/places?query=chi+phuc");
        assertThat(answer).cookies().hasValue("langso_language", "en").hasValue("langso_size", "lg");
        assertThat(answer).cookies().doesNotContainCookie("langso_scheme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:x"})
    void nobodyIsSentToAnotherSite(String back) {
        assertThat(http.post().uri("/preferences").param("back", back).with(csrf()))
                .hasStatus(303)
                .hasRedirectedUrl("/");
    }

    @Test
    void unknownChoiceIsNotKept() {
        assertThat(http.post()
                        .uri("/preferences")
                        .param("scheme", "pink")
                        .with(csrf())
                        .exchange())
                .cookies()
                .doesNotContainCookie("langso_scheme");
    }

    @Test
    void pageFollowsTheChosenLanguageSizeAndColours() {
        assertThat(http.get()
                        .uri("/preferences")
                        .cookie(
                                new Cookie("langso_language", "en"),
                                new Cookie("langso_size", "lg"),
                                new Cookie("langso_scheme", "dark")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<html lang=\"en\" data-color-scheme=\"dark\">",
                        "data-size=\"lg\"",
                        "Language, type size and colours");
    }

    @Test
    void formWithoutItsTokenIsRefusedUnderItsOwnAddress() {
        assertThat(http.post().uri("/preferences").param("language", "en")).hasStatus(403);
    }

    @Test
    void offlinePageNamesNobodyEvenWhenSomebodyIsSignedIn() {
        Caller head = CallerSamples.of(Role.VILLAGE_HEAD, Ids.next());

        assertThat(http.get().uri("/offline").requestAttr(Caller.class.getName(), head))
                .hasStatusOk()
                .bodyText()
                .contains("Đang mất mạng")
                .doesNotContain(head.name());
    }

    @Test
    void manifestNamesTheIconsInTheReadersLanguage() {
        assertThat(http.get().uri("/manifest.webmanifest"))
                .hasStatusOk()
                .hasContentType("application/manifest+json")
                .bodyJson()
                .extractingPath("$.icons[2].purpose")
                .isEqualTo("maskable");
    }

    @Test
    void moreIsForThoseWhoAreSignedIn() {
        assertThat(http.get().uri("/more")).hasStatus(302).hasRedirectedUrl("/sign-in?back=%2Fmore");
    }

    @Test
    void liveNeedsSignInAndAKnownTopic() {
        Caller head = CallerSamples.of(Role.VILLAGE_HEAD, Ids.next());

        assertThat(http.get().uri("/live?topic=changes.1").accept(MediaType.TEXT_EVENT_STREAM))
                .hasStatus(302);
        assertThat(http.get().uri("/live?topic=NOT A TOPIC").requestAttr(Caller.class.getName(), head))
                .hasStatus(204);
        assertThat(http.get()
                        .uri("/live?topic=changes.1")
                        .requestAttr(Caller.class.getName(), head)
                        .asyncExchange()
                        .getRequest()
                        .isAsyncStarted())
                .isTrue();
    }

    @Test
    void bigBodyIsRefusedUnlessItIsAnUpload() {
        byte[] big = new byte[(int) BodyLimitFilter.MOST_BYTES + 1];

        assertThat(http.post()
                        .uri("/preferences")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(big)
                        .with(csrf()))
                .hasStatus(413);
    }

    /** After a refused form the language may be changed: the reader comes back by a look at the form's address. */
    @Test
    void lookAtTheAddressOfAFormLeadsToThePageAboveIt() {
        assertThat(http.get().uri("/account/password").exchange())
                .hasStatus(303)
                .headers()
                .hasValue("Location", "/account");
        assertThat(http.get().uri("/sign-out").exchange())
                .hasStatus(303)
                .headers()
                .hasValue("Location", "/");
        assertThat(http.get().uri("/sign-out").accept("application/json").exchange())
                .hasStatus(404);
    }

    @Test
    void unknownAddressIsAPageWithAWayBack() {
        assertThat(http.get().uri("/nowhere"))
                .hasStatus(404)
                .bodyText()
                .contains("Không tìm thấy trang", "Về trang đầu", "SHL-404");
    }
}
