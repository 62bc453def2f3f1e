package vn.langso.approvals;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of approvals.
 *
 * @param kept how long a request is shown after it was closed
 */
@ConfigurationProperties("langso.approvals")
record ApprovalSettings(@DefaultValue("365d") Duration kept) {}
