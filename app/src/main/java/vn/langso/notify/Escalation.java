package vn.langso.notify;

import java.time.Duration;

/**
 * Who is told next when nobody has acknowledged.
 *
 * @param after from posting
 */
public record Escalation(Duration after, Audience audience) {}
