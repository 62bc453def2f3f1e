package vn.langso.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts (AES-256-GCM) and makes the hashes by which they are found, under a key that lies outside the database.
 *
 * <p>Each use of the one master key has keys of its own, derived by its name: the name is part of what was written and never changes.
 * Thread safe.
 */
public final class Sealer {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Half of an HMAC-SHA256 finds the same rows, cannot be reversed without the key, and halves the index. */
    private static final int HASH_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec cipherKey;
    private final SecretKeySpec hashKey;
    private final byte[] proof;

    /** The keys of one use, for {@link MasterKey#sealer}. */
    Sealer(String use, byte[] master) {
        this.cipherKey = new SecretKeySpec(derive(master, use + " cipher"), "AES");
        this.hashKey = new SecretKeySpec(derive(master, use + " hash"), "HmacSHA256");
        this.proof = derive(master, use + " proof");
    }

    /** Nonce, ciphertext and tag in one; {@code purpose} must be the same when it is opened. */
    public byte[] seal(String purpose, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return seal(purpose, plain, plain.length);
    }

    /** As {@link #seal(String, String)}, for the first {@code length} bytes. */
    public byte[] seal(String purpose, byte[] plain, int length) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, purpose, nonce);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(length));
            cipher.doFinal(plain, 0, length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing from this Java", e);
        }
    }

    /** The text again; throws when key, purpose or bytes are not those of {@link #seal}. */
    public String open(String purpose, byte[] sealed) {
        return new String(openBytes(purpose, sealed), StandardCharsets.UTF_8);
    }

    /** The bytes again; throws as {@link #open}. */
    public byte[] openBytes(String purpose, byte[] sealed) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, purpose, sealed);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("What is sealed cannot be opened with the register key", e);
        }
    }

    /** The same text gives the same hash, so that it is found by equality and by nothing else. */
    public byte[] hash(String text) {
        return Arrays.copyOf(hmac(hashKey, text), HASH_BYTES);
    }

    /** What a database keeps to know its key again; tells nothing about the key. */
    public byte[] proof() {
        return proof.clone();
    }

    private Cipher cipher(int mode, String purpose, byte[] startsWithNonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, cipherKey, new GCMParameterSpec(TAG_BITS, startsWithNonce, 0, NONCE_BYTES));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] derive(byte[] master, String purpose) {
        return hmac(new SecretKeySpec(master, "HmacSHA256"), purpose);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing from this Java", e);
        }
    }
}
