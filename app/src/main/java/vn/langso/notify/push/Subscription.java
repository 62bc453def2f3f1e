package vn.langso.notify.push;

import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One browser that wants notices of one account.
 *
 * @param device what the browser calls itself, shortened
 * @param key the browser's public key, base64url as it writes it
 * @param auth the browser's secret, base64url
 */
record Subscription(
        UUID id,
        UUID accountId,
        String endpoint,
        String key,
        String auth,
        String language,
        String device,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime reachedAt) {

    /** The text, sealed so that only this browser can read it. */
    byte[] seal(byte[] text) {
        return PushSeal.seal(
                Base64.getUrlDecoder().decode(key), Base64.getUrlDecoder().decode(auth), text);
    }
}
