package vn.langso.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import vn.langso.platform.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LiveTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final LivePages pages = new LivePages();

    @Test
    void announcementReachesEveryConnectionThatListens() throws Exception {
        try (var connection = DATABASE.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("listen " + Live.CHANNEL);

            new Live(DATABASE.jdbc()).changed("changes.1");

            var notices = connection.unwrap(PGConnection.class).getNotifications(10_000);
            assertThat(notices)
                    .singleElement()
                    .extracting(notice -> notice.getParameter())
                    .isEqualTo("changes.1");
        }
    }

    @Test
    void topicOfAnotherFormIsRefused() {
        Live live = new Live(DATABASE.jdbc());
        for (String topic : new String[] {"", "Ab", "a b", ".a", "a".repeat(81)}) {
            assertThatThrownBy(() -> live.changed(topic)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void pageHearsItsOwnTopicsOnly() {
        Recorded page = new Recorded();
        assertThat(pages.open(page, Map.of("changes.1", Set.of("changes.1")))).isTrue();

        pages.tell("changes.2");
        pages.tell("changes.1");

        assertThat(page.sent).containsExactly(":open\n\n", "event:changes.1\ndata:changed\n\n");
    }

    @Test
    void pageIsToldByTheNameThatStandsForManyTopics() {
        Recorded page = new Recorded();
        pages.open(page, Map.of("changes.1", Set.of("around.9"), "changes.2", Set.of("around.9")));

        pages.tell("changes.2");
        pages.tell("changes.3");

        assertThat(page.sent).containsExactly(":open\n\n", "event:around.9\ndata:changed\n\n");
    }

    @Test
    void everyTopicIsToldAfterTheDatabaseWasAway() {
        Recorded page = new Recorded();
        pages.open(page, Map.of("changes.1", Set.of("changes.1")));

        pages.tellAll();

        assertThat(page.sent).last().asString().startsWith("event:changes.1");
    }

    @Test
    void pageThatIsGoneIsForgotten() {
        Recorded page = new Recorded();
        pages.open(page, Map.of("changes.1", Set.of("changes.1")));
        page.gone = true;

        pages.beat();

        assertThat(pages.size()).isZero();
    }

    /** A stream that keeps what was sent. */
    private static final class Recorded extends SseEmitter {

        private final List<String> sent = new ArrayList<>();
        private boolean gone;

        @Override
        public void send(SseEventBuilder builder) throws IOException {
            if (gone) {
                throw new IOException("Broken pipe");
            }
            sent.add(builder.build().stream()
                    .map(part -> String.valueOf(part.getData()))
                    .collect(Collectors.joining()));
        }
    }
}
