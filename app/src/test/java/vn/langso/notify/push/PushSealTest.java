package vn.langso.notify.push;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PushSealTest {

    private static final String TEXT = "When I grow up, I want to be a watermelon";

    /** RFC 8291, appendix A. */
    private static final String BROWSER_KEY =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    private static final String BROWSER_SECRET = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    private static final String SENDER_KEY =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String SENDER_SECRET = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
    private static final String SEALED = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIg"
            + "Dll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_"
            + "Qulcy4a-fN";

    @Test
    void exampleOfTheStandardIsSealedByteForByte() {
        byte[] sealed = PushSeal.seal(bytes(BROWSER_KEY), bytes(AUTH), text(TEXT), pair(SENDER_SECRET), bytes(SALT));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(SEALED);
    }

    @Test
    void exampleOfTheStandardIsOpenedByTheBrowser() {
        assertThat(PushSeal.open(pair(BROWSER_SECRET), bytes(AUTH), bytes(SEALED)))
                .isEqualTo(text(TEXT));
    }

    @Test
    void publicKeysFollowFromTheSecretOnes() {
        assertThat(P256.bytes((ECPublicKey) pair(BROWSER_SECRET).getPublic())).isEqualTo(bytes(BROWSER_KEY));
        assertThat(P256.bytes((ECPublicKey) pair(SENDER_SECRET).getPublic())).isEqualTo(bytes(SENDER_KEY));
    }

    /** RFC 8188, section 3.1. */
    @Test
    void exampleOfTheContentCodingIsSealedAndOpened() {
        byte[] key = bytes("yqdlZ-tYemfogSmv7Ws5PQ");
        byte[] sealed = bytes("I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg");

        assertThat(Aes128Gcm.open(key, sealed)).isEqualTo(text("I am the walrus"));
        assertThat(Aes128Gcm.seal(key, bytes("I1BsxtFttlv3u_Oo94xnmw"), new byte[0], text("I am the walrus")))
                .isEqualTo(sealed);
    }

    @Test
    void noTwoMessagesAreSealedAlike() {
        assertThat(PushSeal.seal(bytes(BROWSER_KEY), bytes(AUTH), text(TEXT)))
                .isNotEqualTo(PushSeal.seal(bytes(BROWSER_KEY), bytes(AUTH), text(TEXT)));
    }

    @Test
    void messageThatWasTouchedIsNotOpened() {
        byte[] touched = bytes(SEALED);
        touched[touched.length - 20] ^= 1;

        assertThatThrownBy(() -> PushSeal.open(pair(BROWSER_SECRET), bytes(AUTH), touched))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PushSeal.open(pair(BROWSER_SECRET), bytes(AUTH), new byte[30]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointBesideTheCurveIsNoKey() {
        byte[] beside = bytes(BROWSER_KEY);
        beside[64] ^= 1;

        assertThatThrownBy(() -> P256.publicKey(beside)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> P256.publicKey(new byte[65])).isInstanceOf(IllegalArgumentException.class);
    }

    private static KeyPair pair(String secret) {
        return P256.pair(new BigInteger(1, bytes(secret)));
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
