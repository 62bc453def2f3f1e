package vn.langso.identity.secrets;

import java.text.Normalizer;
import java.util.Objects;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with Argon2id at 19 MiB, 2 passes, 1 lane (the least that OWASP's password storage cheat sheet names).
 *
 * <p>One check takes some 120 to 170 ms on one core of the two-core test machine. At most two run at once, so that a burst of sign-ins costs 38 MiB and not the heap.
 */
@Component
public class Passwords {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore slots = new Semaphore(AT_ONCE, true);
    private volatile @Nullable String nobody;

    /** The hash to be kept. The password is normalised first, so that each keyboard's way to write "ế" is the same. */
    public String hash(String password) {
        slots.acquireUninterruptibly();
        try {
            return Objects.requireNonNull(encoder.encode(normal(password)));
        } finally {
            slots.release();
        }
    }

    /** True if the password is right. Without a kept hash the same work is done for nothing, so that the time tells nothing. */
    public boolean matches(String password, @Nullable String kept) {
        if (password.length() > LONGEST) {
            return false;
        }
        String against = kept == null ? nobody() : kept;
        slots.acquireUninterruptibly();
        try {
            return encoder.matches(normal(password), against) && kept != null;
        } finally {
            slots.release();
        }
    }

    /** True if the password is long enough, not too long, and not just the phone number. */
    public static boolean isFit(String password, @Nullable Phone phone) {
        int length = password.codePointCount(0, password.length());
        boolean isPhone =
                phone != null && Phone.parse(password).filter(phone::equals).isPresent();
        return length >= SHORTEST && length <= LONGEST && !isPhone;
    }

    private String nobody() {
        String known = nobody;
        if (known == null) {
            known = hash(Secrets.value());
            nobody = known;
        }
        return known;
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
