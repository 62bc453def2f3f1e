package vn.langso.identity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LandingTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/households?place=15313-03", "/v/15313-03#tin"})
    void pathOfThisProgramIsOurs(String path) {
        assertThat(Landing.isOurs(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "//example.com", "/\\example.com", "https://example.com", "javascript:x", "/a\nb", "/\t/x"})
    void addressThatLeadsElsewhereIsNot(String path) {
        assertThat(Landing.isOurs(path)).isFalse();
    }
}
