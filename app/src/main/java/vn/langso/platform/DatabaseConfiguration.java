package vn.langso.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one DataSource: our own server by default, a server of one's own when {@code LANGSO_DATABASE_URL} is set. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Two cores serve at most this many statements at once without queueing in the database instead of here. */
    private static final int POOL_SIZE = 16;

    @Bean
    DataFolder dataFolder(
            @Value("${langso.data}") Path data,
            @Value("${langso.mode}") String mode,
            @Value("${langso.fresh:false}") boolean fresh) {
        DataFolder folder = DataFolder.open(data, mode);
        if (fresh) {
            PostgresCluster.stopOrphan(folder.database());
            folder.clear();
        }
        return folder;
    }

    @Bean
    @ConditionalOnProperty(name = "langso.database.url", havingValue = "embedded", matchIfMissing = true)
    EmbeddedDatabase embeddedDatabase(DataFolder folder) {
        return EmbeddedDatabase.start(folder);
    }

    @Bean
    HikariDataSource dataSource(
            @Nullable EmbeddedDatabase embedded,
            @Value("${langso.database.url:embedded}") String externalUrl,
            @Value("${langso.database.patience:10s}") Duration patience) {
        HikariConfig config = new HikariConfig();
        if (embedded != null) {
            config.setJdbcUrl(embedded.url());
            config.setUsername(EmbeddedDatabase.USER);
            config.setPassword(embedded.password());
        } else {
            fromUrl(config, externalUrl);
        }
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(4);
        config.setPoolName("langso");
        // Pages are many short statements: starting helpers for one of them costs 10 to 70 ms and the cores of all
        // others. Reports that
        // gain from helpers ask for them in their transaction.
        config.setConnectionInitSql("set max_parallel_workers_per_gather = 0");
        config.setConnectionTimeout(patience.toMillis());
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            String address = config.getJdbcUrl().replaceFirst("\\?.*", "");
            throw new StartRefused(
                    "Không kết nối được cơ sở dữ liệu " + address + ".",
                    "The database " + address + " cannot be reached.",
                    e);
        }
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** Accepts {@code postgres://user:password@host:port/name} as most services print it, and plain JDBC URLs. */
    private static void fromUrl(HikariConfig config, String url) {
        if (url.startsWith("jdbc:")) {
            config.setJdbcUrl(url);
            return;
        }
        URI uri = URI.create(url);
        String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        config.setJdbcUrl("jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath() + query);
        if (uri.getUserInfo() != null) {
            String[] parts = uri.getUserInfo().split(":", 2);
            config.setUsername(parts[0]);
            config.setPassword(parts.length > 1 ? parts[1] : "");
        }
    }
}
