package vn.langso.identity.secrets;

import org.junit.jupiter.api.Test;

import vn.langso.kernel.MasterKeySamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PhoneKeysTest {

    private static final Phone PHONE = new Phone("+84912345678");

    @Test
    void sealedNumberOpensWithTheKeptKeyAlone() {
        byte[] sealed = keys("one").seal(PHONE);

        assertThat(keys("one").open(sealed)).isEqualTo(PHONE);
        assertThatThrownBy(() -> keys("other").open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sameNumberHasOneHashAndManySeals() {
        PhoneKeys keys = keys("one");

        assertThat(keys.hash(PHONE))
                .isEqualTo(keys.hash(PHONE))
                .isNotEqualTo(keys("other").hash(PHONE));
        assertThat(keys.seal(PHONE)).isNotEqualTo(keys.seal(PHONE));
    }

    private static PhoneKeys keys(String name) {
        return new PhoneKeys(MasterKeySamples.of(name));
    }
}
