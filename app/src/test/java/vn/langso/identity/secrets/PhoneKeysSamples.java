package vn.langso.identity.secrets;

import vn.langso.platform.TestDatabase;

/** Keys of a test's own. */
public final class PhoneKeysSamples {

    private PhoneKeysSamples() {}

    public static PhoneKeys fresh() {
        return new PhoneKeys("", TestDatabase.temporaryFolder().resolve("register-key"));
    }
}
