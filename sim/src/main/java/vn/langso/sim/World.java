package vn.langso.sim;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * What all cabinets have in common.
 *
 * @param later runs a task once after a while, outside the rhythm
 * @param folder keeps what cabinets remember; null keeps nothing
 */
record World(
        InstantSource wall,
        Sky sky,
        BiConsumer<Duration, Runnable> later,
        @Nullable Path folder) {}
