package vn.langso.households.keys;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the register.
 *
 * @param registerKey key of identity and phone numbers as 64 hex digits; empty takes {@code keyFile}
 * @param keyFile where the key is kept, and made at first use, when none is given
 */
@ConfigurationProperties("langso.households")
record RegisterSettings(String registerKey, Path keyFile) {}
