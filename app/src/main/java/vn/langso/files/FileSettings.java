package vn.langso.files;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the files.
 *
 * @param keepFree below this much free disk no upload is taken, so that the database can go on writing
 * @param orphansKept a content without a row is taken away when it is older than this
 * @param registerKey master key under which contents are sealed, the register's, as 64 hex digits; empty takes {@code keyFile}
 * @param keyFile where the key is kept, and made at first use, when none is given
 */
@ConfigurationProperties("langso.files")
record FileSettings(
        @DefaultValue("300MB") DataSize keepFree,
        @DefaultValue("1d") Duration orphansKept,
        String registerKey,
        Path keyFile) {}
