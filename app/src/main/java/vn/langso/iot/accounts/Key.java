package vn.langso.iot.accounts;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One key's hash.
 *
 * @param goodUntil null while it is the current one
 */
@SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual alone
public record Key(byte[] hash, @Nullable Instant goodUntil) {}
