package vn.langso.identity.secrets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.langso.ForAll.forAll;

class PhoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "0912 345 678",
                "0912.345.678",
                "0912-345-678",
                "(0912) 345678",
                "+84912345678",
                "+84 912 345 678",
                "+84 (0)912 345 678",
                "84912345678",
                "0084912345678",
                " 0912\u00A0345\u00A0678 ",
                "０９１２３４５６７８"
            })
    void everyUsualWayToWriteANumberIsTheSameNumber(String typed) {
        assertThat(Phone.parse(typed)).contains(new Phone("+84912345678"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "091234567",
                "09123456789",
                "0112345678",
                "+1 912 345 678",
                "0912 345 67a",
                "abc",
                "0912345678; drop table",
                "१२३४५६७८९०",
                "+84+84912345678"
            })
    void anythingElseIsNone(String typed) {
        assertThat(Phone.parse(typed)).isEmpty();
    }

    @Test
    void aFieldOf100KilobytesIsNone() {
        assertThat(Phone.parse("0912345678" + " ".repeat(100_000))).isEmpty();
    }

    @Test
    void maskShowsNoMoreThanFiveDigits() {
        assertThat(new Phone("+84912345678").masked()).isEqualTo("09•• ••• 678");
        assertThat(new Phone("+84912345678").national()).isEqualTo("0912 345 678");
    }

    @Test
    void readingSurvivesAnyText() {
        forAll(
                random -> random.ints(random.nextInt(40), 0, 0x2FFF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString(),
                typed -> Phone.parse(typed)
                        .ifPresent(phone -> assertThat(phone.e164()).matches("\\+84[0-9]{9,10}")));
    }
}
