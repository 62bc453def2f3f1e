package vn.langso.identity.secrets;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTest {

    private static final String PASSWORD = "lúa chín đầu mùa";

    private final Passwords passwords = new Passwords();

    @Test
    void rightPasswordMatchesHoweverTheKeyboardComposesIt() {
        String kept = passwords.hash(PASSWORD);

        assertThat(passwords.matches(Normalizer.normalize(PASSWORD, Normalizer.Form.NFD), kept))
                .isTrue();
        assertThat(passwords.matches(PASSWORD + " ", kept)).isFalse();
        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void noPasswordIsRightWhereNoneIsKept() {
        assertThat(passwords.matches(PASSWORD, null)).isFalse();
    }

    @Test
    void passwordOf100KilobytesIsRefusedUnhashed() {
        assertThat(passwords.matches("x".repeat(100_000), passwords.hash(PASSWORD)))
                .isFalse();
    }

    @Test
    void shortLongAndPhoneNumbersAreUnfit() {
        Phone phone = new Phone("+84912345678");

        assertThat(Passwords.isFit("ngắn quá", phone)).isFalse();
        assertThat(Passwords.isFit("x".repeat(201), phone)).isFalse();
        assertThat(Passwords.isFit("0912 345 678", phone)).isFalse();
        assertThat(Passwords.isFit(PASSWORD, phone)).isTrue();
    }
}
