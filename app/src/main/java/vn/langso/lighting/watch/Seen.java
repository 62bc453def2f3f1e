package vn.langso.lighting.watch;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.Layout;

/** One sight with the cabinet it is of; {@code seq} is the number of the message that showed it. */
record Seen(Layout layout, Sight sight, @Nullable Long seq) {}
