package vn.langso.notify;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.identity.Accounts;
import vn.langso.identity.NewAccount;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
class NoticesControllerTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Notices notices;

    @Autowired
    private Courier courier;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Places places;

    @Autowired
    private TransactionTemplate transaction;

    private UUID commune;
    private Caller reader;

    @BeforeEach
    void reader() {
        commune = places.tree()
                .byCode("15316", LocalDate.of(2026, 11, 23))
                .orElseThrow()
                .id();
        UUID account = accounts.establish(
                Caller.program("test"), new NewAccount("Lê Mẫu Đọc", null, Role.COMMUNE_CLERK, commune));
        Caller sample = CallerSamples.of(Role.COMMUNE_CLERK, commune);
        reader = new Caller(
                account,
                "Lê Mẫu Đọc",
                Role.COMMUNE_CLERK,
                commune,
                sample.permissions(),
                sample.scope(),
                null,
                Ids.next());
    }

    @Test
    void emptyListSaysWhatWillStandThere() {
        assertThat(as(http.get().uri("/notices"))).hasStatusOk().bodyText().contains("Chưa có thông báo nào");
    }

    @Test
    void alarmStandsOnTheListAndAtTheBellUntilItIsTakenOn() {
        UUID id = told(Urgency.ALARM);

        assertThat(as(http.get().uri("/notices")))
                .hasStatusOk()
                .bodyText()
                .contains("Báo động", "siren-fill", "Chưa ai nhận xử lý", "Thông báo: 1 tin chưa đọc");
        assertThat(as(http.post().uri("/notices/" + id + "/acknowledge").with(csrf())))
                .hasStatus(303)
                .hasRedirectedUrl("/notices");
        assertThat(as(http.get().uri("/notices")))
                .bodyText()
                .contains("Lê Mẫu Đọc nhận xử lý lúc")
                .doesNotContain("Tôi nhận xử lý", "tin chưa đọc");
    }

    @Test
    void tapOnANoticeShowsItsPageAndCountsAsReading() {
        UUID id = told(Urgency.NEWS);

        assertThat(as(http.get().uri("/notices/" + id))).hasStatus(303).hasRedirectedUrl("/places/15313-61");
        assertThat(as(http.get().uri("/notices?only=unseen"))).bodyText().contains("đã đọc hết");
    }

    @Test
    void noticeOfSomebodyElseIsNotFound() {
        UUID id = told(Urgency.NEWS);
        reader = CallerSamples.of(Role.COMMUNE_CLERK, commune);

        assertThat(as(http.get().uri("/notices/" + id))).hasStatus(404);
        assertThat(as(http.post().uri("/api/v1/notices/" + id + "/acknowledge").with(csrf())))
                .hasStatus(404)
                .bodyText()
                .contains("NTF-001");
    }

    @Test
    void programReadsAndTakesOnOverTheApi() {
        UUID id = told(Urgency.ALARM);

        assertThat(as(http.get().uri("/api/v1/notices")))
                .bodyJson()
                .extractingPath("$.items[0].urgency")
                .isEqualTo("alarm");
        assertThat(as(http.post().uri("/api/v1/notices/" + id + "/acknowledge").with(csrf())))
                .bodyJson()
                .extractingPath("$.acknowledgedBy")
                .isEqualTo("Lê Mẫu Đọc");
    }

    @Test
    void browserOfAnUnknownPushServiceIsRefused() {
        assertThat(as(http.post()
                        .uri("/notices/devices")
                        .param("endpoint", "https://192.168.1.1/push")
                        .param("key", "x")
                        .param("auth", "x")
                        .with(csrf())))
                .hasStatus(422)
                .bodyText()
                .contains("Chưa hỗ trợ dịch vụ báo tin này");
        assertThat(as(http.get().uri("/notices/devices")))
                .hasStatusOk()
                .bodyText()
                .contains("Chưa bật trên máy nào");
    }

    @Test
    void requestsOfTwoPeopleHaveAPageOfTheirOwn() {
        assertThat(as(http.get().uri("/approvals")))
                .hasStatusOk()
                .bodyText()
                .contains("Không có việc nào chờ ông/bà duyệt");
    }

    private UUID told(Urgency urgency) {
        NewNotice sample = NoticeSamples.notice("test." + Ids.next(), urgency, commune, List.of());
        transaction.executeWithoutResult(status -> notices.post(new NewNotice(
                sample.key(),
                urgency,
                commune,
                sample.titleKey(),
                sample.titleArgs(),
                sample.bodyKey(),
                sample.bodyArgs(),
                sample.link(),
                Audience.accounts(reader.accountId()),
                List.of())));
        courier.runDue();
        return notices.list(reader, true, null, 1).getFirst().notice().id();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult as(MockMvcRequestBuilder request) {
        return request.requestAttr(Caller.class.getName(), reader).exchange();
    }
}
