package vn.langso.notify.push;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.kernel.MasterKey;
import vn.langso.kernel.Sealer;

/**
 * Says to a push service who sends (RFC 8292). The key pair comes out of the register key: made once, outside the database, and the same in
 * all copies of the program. A browser's subscription holds for this key alone.
 */
@Component
class Vapid {

    /** RFC 8292 allows a day; clocks differ. */
    private static final Duration GOOD_FOR = Duration.ofHours(12);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final PushSettings settings;
    private final InstantSource clock;
    private final JsonMapper json;

    Vapid(MasterKey master, PushSettings settings, InstantSource clock, JsonMapper json) {
        this.keys = P256.pairOf(secret(master));
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /** The public key as a browser takes it. */
    String publicKey() {
        return BASE64.encodeToString(P256.bytes((ECPublicKey) keys.getPublic()));
    }

    /** Value of the header {@code Authorization} for a message to this endpoint. */
    String authorization(URI endpoint) {
        String head = encoded(Map.of("typ", "JWT", "alg", "ES256"));
        String claims = encoded(Map.of(
                "aud",
                endpoint.getScheme() + "://" + endpoint.getAuthority(),
                "exp",
                clock.instant().plus(GOOD_FOR).getEpochSecond(),
                "sub",
                settings.contact()));
        String signed = head + "." + claims;
        return "vapid t=" + signed + "." + BASE64.encodeToString(sign(signed)) + ", k=" + publicKey();
    }

    private String encoded(Map<String, ?> part) {
        return BASE64.encodeToString(json.writeValueAsBytes(part));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ES256 is missing from this Java", e);
        }
    }

    private static byte[] secret(MasterKey master) {
        Sealer sealer = master.sealer("web-push");
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        secret.writeBytes(sealer.hash("vapid first half"));
        secret.writeBytes(sealer.hash("vapid second half"));
        return secret.toByteArray();
    }
}
