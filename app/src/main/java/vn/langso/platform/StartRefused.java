package vn.langso.platform;

import org.jspecify.annotations.Nullable;

/**
 * The program cannot start here. For the person at the console: one sentence, in Vietnamese and in English, that says why and what to
 * do.
 */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String vietnamese, String english) {
        this(vietnamese, english, null);
    }

    StartRefused(String vietnamese, String english, @Nullable Throwable cause) {
        super(vietnamese + System.lineSeparator() + english, cause);
    }
}
