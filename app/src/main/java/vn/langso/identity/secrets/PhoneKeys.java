package vn.langso.identity.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals phone numbers (AES-256-GCM) and makes the hash by which they are found. Thread safe.
 *
 * <p>The key is the register's and lies outside the database: {@code LANGSO_REGISTER_KEY} (64 hex digits; needed when several copies of
 * the program share a database) or the file {@code keys/register-key} of the data folder, made at first use.
 */
@Component
public class PhoneKeys {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HASH_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec cipherKey;
    private final SecretKeySpec hashKey;

    PhoneKeys(
            @Value("${langso.households.register-key:${LANGSO_REGISTER_KEY:}}") String key,
            @Value("${langso.households.key-file:${langso.data}/keys/register-key}") Path keyFile) {
        byte[] master = master(key, keyFile);
        this.cipherKey = new SecretKeySpec(derive(master, "identity phone cipher"), "AES");
        this.hashKey = new SecretKeySpec(derive(master, "identity phone hash"), "HmacSHA256");
    }

    /** The same number gives the same hash; nothing else is found by it. */
    public byte[] hash(Phone phone) {
        return Arrays.copyOf(hmac(hashKey, phone.e164()), HASH_BYTES);
    }

    public byte[] seal(Phone phone) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] plain = phone.e164().getBytes(StandardCharsets.UTF_8);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing from this Java", e);
        }
    }

    /** The number again; throws when it was sealed with another key. */
    public Phone open(byte[] sealed) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, cipherKey, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            byte[] plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new Phone(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed phone number cannot be opened with the register key", e);
        }
    }

    private static byte[] master(String given, Path keyFile) {
        try {
            byte[] key = HexFormat.of().parseHex(given.isBlank() ? kept(keyFile) : given.strip());
            if (key.length != 32) {
                throw new IllegalStateException("The register key needs 64 hex digits");
            }
            return key;
        } catch (IOException e) {
            throw new IllegalStateException("The register key " + keyFile + " cannot be read or made", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The register key is not hexadecimal", e);
        }
    }

    private static String kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(
                    folder,
                    "register",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(key));
            try {
                Files.move(fresh, file);
            } catch (FileAlreadyExistsException e) {
                Files.delete(fresh);
            }
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
}
