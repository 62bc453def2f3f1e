package vn.langso.notify.push;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import javax.crypto.KeyAgreement;

/** Seals a message so that only the browser that subscribed can read it (RFC 8291). */
final class PushSeal {

    static final int AUTH_BYTES = 16;

    private static final byte[] INFO = "WebPush: info\0".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private PushSeal() {}

    /** With a key pair and a salt made for this message alone. */
    static byte[] seal(byte[] browserKey, byte[] auth, byte[] text) {
        byte[] salt = new byte[Aes128Gcm.SALT_BYTES];
        RANDOM.nextBytes(salt);
        return seal(browserKey, auth, text, P256.newPair(), salt);
    }

    static byte[] seal(byte[] browserKey, byte[] auth, byte[] text, KeyPair ours, byte[] salt) {
        byte[] ourKey = P256.bytes((ECPublicKey) ours.getPublic());
        byte[] secret = agree(ours.getPrivate(), P256.publicKey(browserKey));
        return Aes128Gcm.seal(keyMaterial(secret, auth, browserKey, ourKey), salt, ourKey, text);
    }

    /** As the browser does; for the sandbox. */
    static byte[] open(KeyPair browser, byte[] auth, byte[] message) {
        byte[] theirKey = Aes128Gcm.keyId(message);
        byte[] secret = agree(browser.getPrivate(), P256.publicKey(theirKey));
        byte[] browserKey = P256.bytes((ECPublicKey) browser.getPublic());
        return Aes128Gcm.open(keyMaterial(secret, auth, browserKey, theirKey), message);
    }

    private static byte[] keyMaterial(byte[] secret, byte[] auth, byte[] browserKey, byte[] senderKey) {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        info.writeBytes(INFO);
        info.writeBytes(browserKey);
        info.writeBytes(senderKey);
        return Aes128Gcm.derive(auth, secret, info.toByteArray(), 32);
    }

    private static byte[] agree(PrivateKey own, ECPublicKey other) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own);
            agreement.doPhase(other, true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No shared secret with this key", e);
        }
    }
}
