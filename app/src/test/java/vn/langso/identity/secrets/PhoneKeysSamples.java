package vn.langso.identity.secrets;

import vn.langso.kernel.MasterKeySamples;

/** Keys of a test's own. */
public final class PhoneKeysSamples {

    private PhoneKeysSamples() {}

    public static PhoneKeys fresh() {
        return new PhoneKeys(MasterKeySamples.of("phones"));
    }
}
