package vn.langso.iot.intake;

import java.time.Instant;

/**
 * A message as it came from the broker.
 *
 * @param acknowledge tells the broker that it need not keep it any longer
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Incoming(String topic, byte[] payload, Instant receivedAt, Runnable acknowledge) {}
