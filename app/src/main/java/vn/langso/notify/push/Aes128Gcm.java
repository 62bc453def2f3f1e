package vn.langso.notify.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The content coding {@code aes128gcm} (RFC 8188) with one record, which is all that web push allows. */
final class Aes128Gcm {

    static final int SALT_BYTES = 16;
    static final int RECORD_BYTES = 4096;

    private static final int TAG_BYTES = 16;
    private static final int HEADER_BYTES = SALT_BYTES + Integer.BYTES + 1;
    private static final byte LAST_RECORD = 2;

    private static final byte[] KEY_INFO = "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NONCE_INFO = "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII);

    private Aes128Gcm() {}

    /** Header and one record. IllegalArgumentException when the text is too long for one. */
    static byte[] seal(byte[] keyMaterial, byte[] salt, byte[] keyId, byte[] text) {
        if (text.length + 1 + TAG_BYTES > RECORD_BYTES) {
            throw new IllegalArgumentException("Too long for one record: " + text.length);
        }
        byte[] padded = Arrays.copyOf(text, text.length + 1);
        padded[text.length] = LAST_RECORD;
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keyMaterial, salt, padded);
        return ByteBuffer.allocate(HEADER_BYTES + keyId.length + sealed.length)
                .put(salt)
                .putInt(RECORD_BYTES)
                .put((byte) keyId.length)
                .put(keyId)
                .put(sealed)
                .array();
    }

    /** The text again; IllegalArgumentException when it is not one record of this coding under this key. */
    static byte[] open(byte[] keyMaterial, byte[] message) {
        int start = HEADER_BYTES + keyId(message).length;
        byte[] padded = cipher(
                Cipher.DECRYPT_MODE,
                keyMaterial,
                Arrays.copyOf(message, SALT_BYTES),
                Arrays.copyOfRange(message, start, message.length));
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != LAST_RECORD) {
            throw new IllegalArgumentException("Not the last record");
        }
        return Arrays.copyOf(padded, end);
    }

    /** What the header names as the key. */
    static byte[] keyId(byte[] message) {
        if (message.length < HEADER_BYTES || message.length < HEADER_BYTES + (message[HEADER_BYTES - 1] & 0xff)) {
            throw new IllegalArgumentException("No header");
        }
        return Arrays.copyOfRange(message, HEADER_BYTES, HEADER_BYTES + (message[HEADER_BYTES - 1] & 0xff));
    }

    /** HKDF with SHA-256 (RFC 5869): extract with the salt, expand with the info. */
    static byte[] derive(byte[] salt, byte[] material, byte[] info, int bytes) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addSalt(salt)
                            .addIKM(material)
                            .thenExpand(info, bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is missing from this Java", e);
        }
    }

    private static byte[] cipher(int mode, byte[] keyMaterial, byte[] salt, byte[] input) {
        byte[] key = derive(salt, keyMaterial, KEY_INFO, 16);
        byte[] nonce = derive(salt, keyMaterial, NONCE_INFO, 12);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not sealed with this key", e);
        }
    }
}
