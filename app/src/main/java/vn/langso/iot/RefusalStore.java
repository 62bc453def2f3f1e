package vn.langso.iot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the counts of refused messages. */
@Repository
class RefusalStore {

    private static final String ADD = """
            insert into iot.refusal (device_id, day, reason, count, last_at)
            select t.id, :day, t.reason, t.count, :at
            from unnest(:ids::text[], :reasons::text[], :counts::bigint[]) as t (id, reason, count)
            where exists (select 1 from iot.device d where d.id = t.id)
            on conflict (device_id, day, reason) do update
            set count = refusal.count + excluded.count, last_at = excluded.last_at
            """;

    private static final String PURGE = "delete from iot.refusal where day < :before";

    private final JdbcClient jdbc;

    RefusalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Row> rows, LocalDate day, Instant at) {
        jdbc.sql(ADD)
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ids", rows.stream().map(Row::id).toArray(String[]::new))
                .param("reasons", rows.stream().map(Row::reason).toArray(String[]::new))
                .param("counts", rows.stream().map(Row::count).toArray(Long[]::new))
                .update();
    }

    int purge(LocalDate before) {
        return jdbc.sql(PURGE).param("before", before).update();
    }

    record Row(String id, String reason, long count) {}
}
