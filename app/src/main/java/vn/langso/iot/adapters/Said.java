package vn.langso.iot.adapters;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.langso.iot.MessageKind;

/**
 * One message of ours made of what a device said.
 *
 * @param at the device's own time, if it gave one
 * @param json the message without {@code seq} and {@code at}, from its first brace on
 */
public record Said(MessageKind kind, @Nullable Instant at, String json) {}
