package vn.langso.platform;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseVersionStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    /** Guards the second run of the store tests: it must really meet the old server. */
    @Test
    void testsRunOnTheServerThatTheBuildNames() {
        String home = System.getProperty("langso.test.postgres", "");

        Integer version = DATABASE.jdbc()
                .sql("select current_setting('server_version_num')::int / 10000")
                .query(Integer.class)
                .single();

        assertThat(version).isEqualTo(home.isBlank() ? 18 : 15);
    }

    @Test
    void everyModuleHasItsSchema() {
        List<String> schemas = DATABASE.jdbc()
                .sql("select nspname from pg_namespace")
                .query((row, number) -> row.getString(1))
                .list();

        assertThat(schemas).contains("platform", "audit");
    }
}
