package vn.langso.households.keys;

import java.security.MessageDigest;

import org.springframework.stereotype.Component;

import vn.langso.kernel.MasterKey;
import vn.langso.kernel.Sealer;

/**
 * Encrypts identity and phone numbers, and makes the hashes by which they are found.
 *
 * <p>The key is outside the database: {@code LANGSO_REGISTER_KEY} (64 hex digits; needed when several copies of the program share a
 * database) or the file {@code keys/register-key} of the data folder, made at first use. Thread safe.
 */
@Component
public class RegisterKeys {

    private final Sealer sealer;

    RegisterKeys(MasterKey master) {
        this.sealer = master.sealer("register");
    }

    /** Nonce, ciphertext and tag in one; {@code purpose} must be the same when it is opened. */
    public byte[] seal(String purpose, String text) {
        return sealer.seal(purpose, text);
    }

    /** The text again; throws when key, purpose or bytes are not those of {@link #seal}. */
    public String open(String purpose, byte[] sealed) {
        return sealer.open(purpose, sealed);
    }

    /** The same text gives the same hash, so that it is found by equality and by nothing else. */
    public byte[] hash(String purpose, String text) {
        return sealer.hash(purpose + ":" + text);
    }

    /** What a database keeps to know its key again; tells nothing about the key. */
    byte[] proof() {
        return sealer.proof();
    }

    boolean proves(byte[] other) {
        return MessageDigest.isEqual(sealer.proof(), other);
    }
}
