package vn.langso.iot.intake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.langso.iot.DeviceId;
import vn.langso.iot.MessageKind;
import vn.langso.iot.accounts.Account;

/**
 * A message that can be read, before its number is judged.
 *
 * @param seq the device's number; below zero for devices that have none
 * @param fingerprint of such a device's message; 0 where two equal ones may be two
 * @param json for a device without numbers still without its first members
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Heard(
        Account account,
        DeviceId device,
        MessageKind kind,
        long seq,
        long fingerprint,
        @Nullable Instant at,
        @Nullable Instant sent,
        Instant receivedAt,
        byte[] json) {}
