package vn.langso.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;
import vn.langso.shell.HomeCard;
import vn.langso.shell.Html;
import vn.langso.shell.Page;

/** For administrators: how the program and its database are. */
@Component
class MachineCard implements HomeCard {

    private static final String DATABASE = """
            select current_setting('server_version') as version, pg_database_size(current_database()) as bytes
            """;

    private static final long MEGABYTE = 1024 * 1024;

    /** Below it a night's growth and a backup may no longer fit. */
    private static final long LEAST_FREE = 5_000 * MEGABYTE;

    private final JdbcClient jdbc;
    private final Path data;

    MachineCard(JdbcClient jdbc, @Value("${langso.data}") Path data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    record Database(String version, long bytes) {}

    record View(Page page, String since, Database database, long freeBytes) {

        String size(long bytes) {
            Texts t = page.t();
            return bytes < 1024 * MEGABYTE
                    ? t.say("dashboard.machine.megabytes", t.number(bytes / MEGABYTE))
                    : t.say("dashboard.machine.gigabytes", t.decimal((double) bytes / MEGABYTE / 1024));
        }

        boolean scarce() {
            return freeBytes < LEAST_FREE;
        }
    }

    @Override
    public Slot slot() {
        return Slot.SIDE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public @Nullable Content content(Page page, Caller caller) {
        if (!caller.may("settings.change")) {
            return null;
        }
        Instant started =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Database database =
                Objects.requireNonNull(jdbc.sql(DATABASE).query(Database.class).single());
        View view = new View(page, page.t().dateTime(started.atOffset(ZoneOffset.UTC)), database, freeBytes());
        return Html.content("dashboard/_machine.jte", view);
    }

    private long freeBytes() {
        try {
            FileStore store = Files.getFileStore(data);
            return store.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
