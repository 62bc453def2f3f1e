package vn.langso.notify;

import java.util.UUID;

/**
 * One notice to be carried to one target, claimed by this copy of the program.
 *
 * @param attempt number of this try, from 1
 */
record Delivery(UUID id, UUID noticeId, String channel, Channel.Target target, int attempt) {}
