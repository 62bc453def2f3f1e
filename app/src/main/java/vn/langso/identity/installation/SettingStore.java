package vn.langso.identity.installation;

import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the installation's settings. */
@Repository
class SettingStore {

    static final String NAME = "installation.name";
    static final String HELP_PHONE = "installation.help-phone";

    private static final String ALL = """
            select name, value from identity.setting
            """;

    private static final String SET = """
            insert into identity.setting (name, value) values (:name, :value)
            on conflict (name) do update set value = excluded.value, version = setting.version + 1
            """;

    private final JdbcClient jdbc;

    SettingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Installation all() {
        Map<String, String> values = new HashMap<>();
        jdbc.sql(ALL).query(row -> {
            values.put(row.getString("name"), row.getString("value"));
        });
        return new Installation(values.getOrDefault(NAME, ""), values.getOrDefault(HELP_PHONE, ""));
    }

    void set(String name, String value) {
        jdbc.sql(SET).param("name", name).param("value", value).update();
    }
}
