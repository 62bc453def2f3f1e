package vn.langso.notify;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of notices.
 *
 * @param kept how long a notice stays on people's lists
 */
@ConfigurationProperties("langso.notify")
record NotifySettings(@DefaultValue("180d") Duration kept) {}
