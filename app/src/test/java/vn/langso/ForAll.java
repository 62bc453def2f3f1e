package vn.langso;

import java.util.Random;
import java.util.function.Function;

/**
 * Checks a claim on many random values. A failure names the seed; {@code -Dlangso.seed=N} repeats it.
 *
 * <pre>{@code ForAll.values(random -> random.nextInt(100), number -> assertThat(number).isLessThan(100)); }</pre>
 */
public final class ForAll {

    private static final int CASES = 500;

    private ForAll() {}

    /** What must hold for each value; may throw anything. */
    public interface Claim<T> {
        void check(T value) throws Exception;
    }

    public static <T> void values(Function<Random, T> generator, Claim<T> claim) {
        values(CASES, generator, claim);
    }

    public static <T> void values(int cases, Function<Random, T> generator, Claim<T> claim) {
        long seed = Long.getLong("langso.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 1; i <= cases; i++) {
            T value = generator.apply(random);
            try {
                claim.check(value);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("Case " + i + " of seed " + seed + " fails for: " + value, e);
            }
        }
    }

    /** Text of any characters but halves of pairs: control signs, marks, emoji, quotes. */
    public static String anyText(Random random, int longest) {
        return random.ints(random.nextInt(longest + 1), 1, Character.MAX_CODE_POINT)
                .filter(point -> !Character.isSurrogate((char) point) || Character.isSupplementaryCodePoint(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
