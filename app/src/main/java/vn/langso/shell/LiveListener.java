package vn.langso.shell;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what any copy of the program announced by {@link Live}, on one connection of its own outside the pool, and tells the open pages.
 *
 * <p>Stops before the web server waits for its requests, because an open page's request would never end.
 */
@Component
class LiveListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveListener.class);

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(25);

    private final HikariDataSource pool;
    private final LivePages pages;
    private final InstantSource clock;
    private volatile boolean running;
    private @Nullable Thread thread;

    LiveListener(DataSource dataSource, LivePages pages, InstantSource clock) throws SQLException {
        this.pool = dataSource.unwrap(HikariDataSource.class);
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("live").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
        pages.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (Connection connection =
                            DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + Live.CHANNEL);
                pages.tellAll();
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("Open pages are not told of changes until the database answers again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        Instant beaten = clock.instant();
        while (running) {
            PGNotification[] notices = connection.getNotifications((int) WAIT.toMillis());
            if (notices != null) {
                for (PGNotification notice : notices) {
                    pages.tell(notice.getParameter());
                }
            }
            if (clock.instant().isAfter(beaten.plus(BETWEEN_BEATS))) {
                pages.beat();
                beaten = clock.instant();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(WAIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
