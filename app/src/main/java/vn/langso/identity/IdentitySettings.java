package vn.langso.identity;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the opening of accounts.
 *
 * @param ticketLife how long a printed opening code is good
 * @param firstPlace code of the place whose administrator opens an empty installation
 */
@ConfigurationProperties("langso.identity")
record IdentitySettings(
        @DefaultValue("14d") Duration ticketLife,
        @DefaultValue("VN") String firstPlace) {}
