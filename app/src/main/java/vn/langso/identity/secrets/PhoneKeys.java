package vn.langso.identity.secrets;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import vn.langso.kernel.Sealer;

/**
 * Seals phone numbers and makes the hash by which they are found. Thread safe.
 *
 * <p>The key is the register's and lies outside the database: {@code LANGSO_REGISTER_KEY} (64 hex digits; needed when several copies of
 * the program share a database) or the file {@code keys/register-key} of the data folder, made at first use.
 */
@Component
public class PhoneKeys {

    /** Only phone numbers are sealed here, so that nothing else tells one seal from another. */
    private static final String PURPOSE = "";

    private final Sealer sealer;

    PhoneKeys(
            @Value("${langso.households.register-key:${LANGSO_REGISTER_KEY:}}") String key,
            @Value("${langso.households.key-file:${langso.data}/keys/register-key}") Path keyFile) {
        this.sealer = Sealer.of("identity phone", key, keyFile);
    }

    /** The same number gives the same hash; nothing else is found by it. */
    public byte[] hash(Phone phone) {
        return sealer.hash(phone.e164());
    }

    public byte[] seal(Phone phone) {
        return sealer.seal(PURPOSE, phone.e164());
    }

    /** The number again; throws when it was sealed with another key. */
    public Phone open(byte[] sealed) {
        return new Phone(sealer.open(PURPOSE, sealed));
    }
}
