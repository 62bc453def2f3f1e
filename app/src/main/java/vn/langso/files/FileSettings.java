package vn.langso.files;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the files.
 *
 * @param keepFree below this much free disk no upload is taken, so that the database can go on writing
 * @param orphansKept a content without a row is taken away when it is older than this
 */
@ConfigurationProperties("langso.files")
record FileSettings(
        @DefaultValue("300MB") DataSize keepFree,
        @DefaultValue("1d") Duration orphansKept) {}
