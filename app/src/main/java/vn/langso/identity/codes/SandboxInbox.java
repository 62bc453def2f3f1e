package vn.langso.identity.codes;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.identity.secrets.Phone;
import vn.langso.kernel.Ids;

/** The demo's sender: messages go nowhere but into a list that everybody may read. */
@Repository
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class SandboxInbox implements CodeSender {

    static final int KEPT = 50;

    private static final String INSERT = """
            insert into identity.sandbox_message (id, phone, text, sent_at) values (:id, :phone, :text, :sentAt)
            """;

    private static final String TRIM = """
            delete from identity.sandbox_message
            where id not in (select id from identity.sandbox_message order by sent_at desc, id desc limit :kept)
            """;

    private static final String NEWEST = """
            select phone, text, sent_at from identity.sandbox_message order by sent_at desc, id desc limit :kept
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SandboxInbox(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A message that was not sent. */
    record Message(String phone, String text, OffsetDateTime sentAt) {}

    @Override
    public void send(Phone phone, String text) {
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("phone", phone.national())
                .param("text", text)
                .param("sentAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(TRIM).param("kept", KEPT).update();
    }

    /** Newest first. */
    List<Message> messages() {
        return jdbc.sql(NEWEST)
                .param("kept", KEPT)
                .query((row, _) -> new Message(
                        row.getString("phone"), row.getString("text"), row.getObject("sent_at", OffsetDateTime.class)))
                .list();
    }
}
