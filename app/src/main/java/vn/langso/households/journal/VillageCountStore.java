package vn.langso.households.journal;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the counters that pages show: kept by every change, so that no page counts. */
@Repository
class VillageCountStore {

    private static final String COUNT = """
            insert into households.village_count as c (village_id, households, residents)
            values (:villageId, :households, :residents)
            on conflict (village_id) do update
            set households = c.households + excluded.households, residents = c.residents + excluded.residents
            """;

    private final JdbcClient jdbc;

    VillageCountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID villageId, int households, int residents) {
        jdbc.sql(COUNT)
                .param("villageId", villageId)
                .param("households", households)
                .param("residents", residents)
                .update();
    }
}
