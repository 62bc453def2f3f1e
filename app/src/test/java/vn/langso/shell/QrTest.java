package vn.langso.shell;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QrTest {

    @Test
    void codeStartsWithItsCornerMarkBehindTheQuietZone() {
        Qr code = Qr.of("https://langso.example/v/15313-03");

        assertThat(code.size()).isEqualTo(29 + 8);
        assertThat(code.path()).startsWith("M4 4h7v1h-7z").doesNotContain("M0", "M1 ", "M2 ", "M3 ");
    }

    @Test
    void differentTextsGiveDifferentCodes() {
        assertThat(Qr.of("a").path()).isNotEqualTo(Qr.of("b").path());
    }
}
