package vn.langso.lighting.board;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.Lamp;

/**
 * What is known of a lamp.
 *
 * @param reported whether its contactor, or the lamp itself, says that it is on; null when nobody said
 * @param measuredW its own watts; null where lamps are not measured one by one
 * @param inferred the look comes from the watts of the whole circuit
 */
record LampSight(
        Lamp lamp,
        Glow glow,
        @Nullable Boolean reported,
        @Nullable Double measuredW,
        boolean inferred) {}
