package vn.langso.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Migrates each module's schema with a history of its own: {@code db/migration/<module>} into the schema {@code <module>}.
 *
 * <p>No module's schema refers to another's, so their order does not matter. Modulith's own strategy reads the module structure with
 * ArchUnit at each start, which costs more than a second.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {

    private static final Pattern MODULE = Pattern.compile("db/migration/([a-z_]+)/V");

    @Bean
    FlywayMigrationStrategy migrateEachModule(DataSource dataSource) {
        return flyway -> migrate(dataSource);
    }

    static void migrate(DataSource dataSource) {
        modules().forEach(module -> migrate(dataSource, module));
    }

    private static void migrate(DataSource dataSource, String module) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/" + module)
                .schemas(module)
                .createSchemas(true)
                .table("schema_history")
                .load()
                .migrate();
    }

    private static SortedSet<String> modules() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql");
            SortedSet<String> modules = new TreeSet<>();
            for (Resource file : Arrays.asList(files)) {
                Matcher matcher = MODULE.matcher(file.getURL().getPath());
                if (matcher.find()) {
                    modules.add(matcher.group(1));
                }
            }
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
