package vn.langso.identity.secrets;

import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the counting of tries. */
@Repository
class ThrottleStore {

    /** One statement, so that tries at the same moment on several copies are counted one after the other. */
    private static final String TAKE = """
            insert into identity.throttle (key, window_start, tries)
            select :key, :start, 1
            where coalesce((select tries from identity.throttle where key = :key and window_start = :previous), 0)
                  * cast(:carried as double precision) < :limit
            on conflict (key, window_start) do update set tries = throttle.tries + 1
            where throttle.tries
                  + coalesce((select tries from identity.throttle where key = :key and window_start = :previous), 0)
                    * cast(:carried as double precision) < :limit
            """;

    private static final String FORGET = """
            delete from identity.throttle where key = :key
            """;

    private static final String PURGE = """
            delete from identity.throttle where window_start < :before
            """;

    private final JdbcClient jdbc;

    ThrottleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean take(byte[] key, Instant start, Instant previous, double carried, int limit) {
        return jdbc.sql(TAKE)
                        .param("key", key)
                        .param("start", start.atOffset(ZoneOffset.UTC))
                        .param("previous", previous.atOffset(ZoneOffset.UTC))
                        .param("carried", carried)
                        .param("limit", limit)
                        .update()
                == 1;
    }

    void forget(byte[] key) {
        jdbc.sql(FORGET).param("key", key).update();
    }

    int purge(Instant before) {
        return jdbc.sql(PURGE).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
