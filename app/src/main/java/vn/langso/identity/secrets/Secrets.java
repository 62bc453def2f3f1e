package vn.langso.identity.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random values that open doors, and the hashes that are kept of them. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** No 0 O, 1 I L, 5 S, 2 Z, 8 B, U V: what is read aloud or copied by hand stays itself. 23 letters, 12 of them are 54 bits. */
    private static final String CLEAR_LETTERS = "34679ACDEFGHJKMNPQRTWXY";

    private Secrets() {}

    /** 256 random bits for a cookie or token. */
    public static String value() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A code of six digits. */
    public static String digits() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }

    /** A code to be printed and typed, of letters that cannot be mistaken for each other. */
    public static String letters(int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append(CLEAR_LETTERS.charAt(RANDOM.nextInt(CLEAR_LETTERS.length())));
        }
        return letters.toString();
    }

    /** SHA-256: enough for values that cannot be guessed; never for passwords. */
    public static byte[] hash(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
