package vn.langso.kernel;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealerTest {

    private static final String MASTER = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    /** Sealed and hashed by another program by the rule that was there from the first release. */
    @Test
    void numbersWrittenByEarlierReleasesOpenAndAreFound() {
        Sealer phone = MasterKey.ofHex(MASTER).sealer("identity phone");
        Sealer register = MasterKey.ofHex(MASTER).sealer("register");

        assertThat(phone.open(
                        "", hex("000102030405060708090a0ba36acad0c5785529252d3f76662f02470938763760ae4fd382b92235")))
                .isEqualTo("+84912345678");
        assertThat(phone.hash("+84912345678")).isEqualTo(hex("461ef001f193eec92e2ba4ae6e329af0"));
        assertThat(register.open(
                        "cccd",
                        hex("000102030405060708090a0ba42c54f97ee8bc1be84ccfe6d0b9139d7fb2b6e842ba1ece74613d01")))
                .isEqualTo("038199000001");
        assertThat(register.hash("cccd:038199000001")).isEqualTo(hex("b2050f7109c4b67f0d3bcd33ea6583be"));
        assertThat(register.proof()).isEqualTo(hex("c68a97a395d56545bd6bae645315cabfe6d2106b9091196104cafba87272840d"));
    }

    @Test
    void sealOpensWithTheKeyUseAndPurposeItWasMadeWithAlone() {
        byte[] sealed = kept("register", "one").seal("cccd", "038199000001");

        assertThat(kept("register", "one").open("cccd", sealed)).isEqualTo("038199000001");
        assertShut(kept("register", "other"), "cccd", sealed);
        assertShut(kept("identity phone", "one"), "cccd", sealed);
        assertShut(kept("register", "one"), "phone", sealed);
        sealed[sealed.length - 1] ^= 1;
        assertShut(kept("register", "one"), "cccd", sealed);
    }

    @Test
    void bytesThatAreNoSealAreRefused() {
        for (int length : new int[] {0, 1, 11, 12, 27}) {
            assertShut(kept("register", "one"), "cccd", new byte[length]);
        }
    }

    @Test
    void sameTextHasOneHashAndManySeals() {
        Sealer sealer = kept("register", "one");

        assertThat(sealer.hash("a"))
                .isEqualTo(sealer.hash("a"))
                .isNotEqualTo(sealer.hash("b"))
                .isNotEqualTo(kept("register", "other").hash("a"));
        assertThat(sealer.seal("", "a")).isNotEqualTo(sealer.seal("", "a"));
    }

    @Test
    void keyThatIsNoneIsRefusedInOneSentence() {
        assertThatThrownBy(() -> MasterKey.ofHex("not a key"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hexadecimal");
        assertThatThrownBy(() -> MasterKey.ofHex("abcd"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("64 hex digits");
    }

    private static void assertShut(Sealer sealer, String purpose, byte[] sealed) {
        assertThatThrownBy(() -> sealer.open(purpose, sealed)).isInstanceOf(IllegalStateException.class);
    }

    private static Sealer kept(String use, String key) {
        return MasterKeySamples.of(key).sealer(use);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
