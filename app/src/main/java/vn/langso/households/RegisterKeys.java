package vn.langso.households;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Encrypts identity and phone numbers, and makes the hashes by which they are found.
 *
 * <p>The key is outside the database: {@code LANGSO_REGISTER_KEY} (64 hex digits; needed when several copies of the program share a
 * database) or the file {@code keys/register-key} of the data folder, made at first use. Thread safe.
 */
@Component
@EnableConfigurationProperties(RegisterSettings.class)
class RegisterKeys {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Half of an HMAC-SHA256 finds the same rows, cannot be reversed without the key, and halves the index. */
    private static final int HASH_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec cipherKey;
    private final SecretKeySpec hashKey;
    private final byte[] proof;

    RegisterKeys(RegisterSettings settings) {
        byte[] master = master(settings);
        this.cipherKey = new SecretKeySpec(derive(master, "register cipher"), "AES");
        this.hashKey = new SecretKeySpec(derive(master, "register hash"), "HmacSHA256");
        this.proof = derive(master, "register proof");
    }

    /** What a database keeps to know its key again; tells nothing about the key. */
    byte[] proof() {
        return proof.clone();
    }

    /** Nonce, ciphertext and tag in one; {@code purpose} must be the same when it is opened. */
    byte[] seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            byte[] plain = text.getBytes(StandardCharsets.UTF_8);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing from this Java", e);
        }
    }

    /** The text again; throws when key, purpose or bytes are not those of {@link #seal}. */
    String open(String purpose, byte[] sealed) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, cipherKey, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return new String(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed number cannot be opened with the register key", e);
        }
    }

    /** The same text gives the same hash, so that it is found by equality and by nothing else. */
    byte[] hash(String purpose, String text) {
        return Arrays.copyOf(hmac(hashKey, purpose + ":" + text), HASH_BYTES);
    }

    private static byte[] master(RegisterSettings settings) {
        String given = settings.registerKey();
        try {
            String hex = given.isBlank() ? kept(settings.keyFile()) : given.strip();
            byte[] key = HexFormat.of().parseHex(hex);
            if (key.length != 32) {
                throw new IllegalStateException("The register key needs 64 hex digits, it has " + hex.length());
            }
            return key;
        } catch (IOException e) {
            throw new IllegalStateException("The register key " + settings.keyFile() + " cannot be read or made", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The register key is not hexadecimal", e);
        }
    }

    private static String kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "register",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(key));
            Files.move(fresh, file);
        }
        return Files.readString(file).strip();
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

    boolean proves(byte[] other) {
        return MessageDigest.isEqual(proof, other);
    }
}
