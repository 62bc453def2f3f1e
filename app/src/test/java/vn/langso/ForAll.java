package vn.langso;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Checks a fact for many invented cases. The seed stands in the failure; give it back with {@code -Dforall.seed=...} to see the same case.
 */
public final class ForAll {

    private static final int CASES = 1_000;

    private ForAll() {}

    /** Makes a thousand cases and checks the fact for each. */
    public static <T> void forAll(Function<RandomGenerator, T> made, Consumer<T> fact) {
        forAll(CASES, made, fact);
    }

    public static <T> void forAll(int cases, Function<RandomGenerator, T> made, Consumer<T> fact) {
        String given = System.getProperty("forall.seed");
        long seed = given == null ? RandomGenerator.getDefault().nextLong() : Long.parseLong(given);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < cases; i++) {
            T one = made.apply(random);
            try {
                fact.accept(one);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "Case " + (i + 1) + " with seed " + seed + " is against it: " + one + "\n" + e.getMessage(), e);
            }
        }
    }
}
