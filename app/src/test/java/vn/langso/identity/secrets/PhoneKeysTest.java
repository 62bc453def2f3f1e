package vn.langso.identity.secrets;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PhoneKeysTest {

    private static final Phone PHONE = new Phone("+84912345678");

    @TempDir
    private Path folder;

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

    private PhoneKeys keys(String name) {
        return new PhoneKeys("", folder.resolve(name));
    }
}
