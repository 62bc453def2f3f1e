package vn.langso.shell;

import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that something they show has changed; each page then fetches itself again under its own permissions.
 *
 * <p>A topic is a name of small letters, digits, dots and dashes, "indicators.<id of the place>". No data travels with it. Only changes of
 * state are worth a call, not every reading: notices are written out one transaction after the other.
 */
@Component
public class Live {

    static final String CHANNEL = "langso_live";

    private static final String NOTIFY = "select pg_notify(:channel, :topic)";

    private final JdbcClient jdbc;

    Live(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A topic that stands for others, so that a page about many places names one: a module adds a bean. */
    public interface Gathering {

        /** The topics that this one stands for; empty when it is none of this module's. */
        Set<String> partsOf(String topic);
    }

    /** Announces a change to the pages of all copies of the program, once the caller's transaction has committed. */
    public void changed(String topic) {
        if (!isTopic(topic)) {
            throw new IllegalArgumentException("Not the name of a topic: " + topic);
        }
        jdbc.sql(NOTIFY)
                .param("channel", CHANNEL)
                .param("topic", topic)
                .query((row, number) -> topic)
                .list();
    }

    static boolean isTopic(String topic) {
        return topic.length() <= 80 && topic.matches("[a-z0-9][a-z0-9.-]*");
    }
}
