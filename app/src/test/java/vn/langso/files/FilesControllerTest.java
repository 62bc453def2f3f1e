package vn.langso.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;
import vn.langso.platform.MovedClock;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
@Import(MovedClock.Beans.class)
class FilesControllerTest {

    private static final String PDF = "%PDF-1.4 hello world";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private StoredFiles files;

    @Autowired
    private MovedClock clock;

    private final UUID place = Ids.next();
    private final Caller clerk = CallerSamples.of(Role.COMMUNE_CLERK, place);

    private MvcTestResult upload(Caller caller, String name, String content) {
        return mvc.post()
                .uri("/api/v1/files")
                .multipart()
                .file(new MockMultipartFile("file", name, "image/png", content.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer test")
                .requestAttr(Caller.class.getName(), caller)
                .exchange();
    }

    private String kept(String content) throws Exception {
        MvcTestResult result = upload(clerk, "../Báo cáo.png", content);
        assertThat(result).hasStatus(201);
        return JsonPath.read(result.getResponse().getContentAsString(StandardCharsets.UTF_8), "$.id");
    }

    private MvcTestResult content(Caller caller, String id, String... headers) {
        var request = mvc.get().uri("/api/v1/files/" + id + "/content").requestAttr(Caller.class.getName(), caller);
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void contentDecidesTheTypeAndTheAnswerIsHarmless() throws Exception {
        MvcTestResult answer = content(clerk, kept(PDF));

        assertThat(answer)
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_PDF)
                .hasBodyTextEqualTo(PDF);
        assertThat(answer).hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).startsWith("sandbox");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''B%C3%A1o%20c%C3%A1o.png");
    }

    @Test
    void rangesAndTagsAreAnswered() throws Exception {
        String id = kept(PDF);
        String tag = content(clerk, id).getResponse().getHeader("ETag");

        assertThat(content(clerk, id, "Range", "bytes=5-7")).hasStatus(206).hasBodyTextEqualTo("1.4");
        assertThat(content(clerk, id, "Range", "bytes=5-7", "If-Range", String.valueOf(tag)))
                .hasStatus(206);
        assertThat(content(clerk, id, "Range", "bytes=5-7", "If-Range", "\"other\""))
                .hasStatusOk();
        assertThat(content(clerk, id, "If-None-Match", String.valueOf(tag))).hasStatus(304);
        assertThat(content(clerk, id, "Range", "bytes=99-")).hasStatus(416);
    }

    @Test
    void fileOfAnotherPlaceIsAsIfItWereNotThere() throws Exception {
        Caller stranger = CallerSamples.of(Role.COMMUNE_CLERK, Ids.next());

        assertThat(content(stranger, kept(PDF))).hasStatus(404);
        assertThat(content(CallerSamples.of(Role.VILLAGE_HEAD, place), kept(PDF)))
                .hasStatusOk();
    }

    @Test
    void wrongKindsAndEmptyFilesAreRefused() {
        assertThat(upload(clerk, "a.pdf", "MZ\u0000\u0001")).hasStatus(422);
        assertThat(upload(clerk, "a.pdf", "")).hasStatus(422);
        assertThat(upload(CallerSamples.of(Role.RESIDENT, place), "a.pdf", PDF)).hasStatus(403);
    }

    @Test
    void contentGoesWithTheSweepAfterItsLastRow() throws Exception {
        String text = "only once " + place;
        StoredFile first = files.get(clerk, UUID.fromString(kept(text)));
        StoredFile second = files.get(clerk, UUID.fromString(kept(text)));
        Path path = files.pathOf(first);
        assertThat(files.pathOf(second)).isEqualTo(path);
        Files.setLastModifiedTime(
                path, java.nio.file.attribute.FileTime.from(clock.instant().minus(Duration.ofDays(2))));

        files.forget(clerk, first);
        files.sweep();
        assertThat(path).exists();

        files.forget(clerk, second);
        assertThat(files.sweep()).isEqualTo(1);
        assertThat(path).doesNotExist();
    }
}
