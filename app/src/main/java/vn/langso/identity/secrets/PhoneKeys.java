package vn.langso.identity.secrets;

import org.springframework.stereotype.Component;

import vn.langso.kernel.MasterKey;
import vn.langso.kernel.Sealer;

/**
 * Seals phone numbers and makes the hash by which they are found, under the key that lies outside the database. Thread safe.
 */
@Component
public class PhoneKeys {

    /** Only phone numbers are sealed here, so that nothing else tells one seal from another. */
    private static final String PURPOSE = "";

    private final Sealer sealer;

    PhoneKeys(MasterKey master) {
        this.sealer = master.sealer("identity phone");
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
