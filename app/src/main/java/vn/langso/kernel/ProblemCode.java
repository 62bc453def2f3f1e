package vn.langso.kernel;

/**
 * A module's stable code for one kind of refusal, for example {@code HHD-012}; implemented by the module's enum.
 *
 * <p>Its texts are {@code problem.<code>.title} and {@code problem.<code>.detail} in the module's messages. A code is never used again
 * for something else.
 */
public interface ProblemCode {

    /** Stable code: three letters of the module, a dash, three digits. */
    String code();

    /** How the refusal is answered over HTTP. */
    Kind kind();

    /** The classes of refusals and their HTTP status. */
    enum Kind {
        INVALID(422),
        SIGN_IN_NEEDED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_LARGE(413),
        TOO_OFTEN(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
