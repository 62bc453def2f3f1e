package vn.langso.lighting.commands;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.langso.lighting.commands.CommandState.ACCEPTED;
import static vn.langso.lighting.commands.CommandState.DEVICE_ACK;
import static vn.langso.lighting.commands.CommandState.EXPIRED;
import static vn.langso.lighting.commands.CommandState.FAILED;
import static vn.langso.lighting.commands.CommandState.SENT;
import static vn.langso.lighting.commands.CommandState.VERIFIED;

class CommandStateTest {

    @Test
    void onlyAnAnsweredCommandIsEverVerified() {
        assertThat(DEVICE_ACK.next()).containsExactlyInAnyOrder(VERIFIED, FAILED);
        assertThat(ACCEPTED.next()).doesNotContain(VERIFIED);
        assertThat(SENT.next()).doesNotContain(VERIFIED, ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource(CommandState.class)
    void endsAreLeftByNothingAndNothingGoesBack(CommandState state) {
        assertThat(state.next().isEmpty()).isEqualTo(state.isOver());
        assertThat(state.next()).allMatch(next -> next.compareTo(state) > 0);
    }

    @Test
    void wholeIsAsFarAsItsLeastAdvancedPart() {
        assertThat(CommandState.overall(List.of(VERIFIED, SENT, DEVICE_ACK))).isEqualTo(SENT);
        assertThat(CommandState.overall(List.of(VERIFIED, FAILED))).isEqualTo(FAILED);
        assertThat(CommandState.overall(List.of(VERIFIED, EXPIRED))).isEqualTo(EXPIRED);
        assertThat(CommandState.overall(List.of(VERIFIED, VERIFIED))).isEqualTo(VERIFIED);
    }

    @Test
    void wattsTellWhetherACircuitBurns() {
        assertThat(PowerRule.shows(100, 196, 200)).isTrue();
        assertThat(PowerRule.shows(100, 80, 200)).as("half of the lamps broken").isTrue();
        assertThat(PowerRule.shows(100, 4, 200)).isFalse();
        assertThat(PowerRule.shows(0, 4, 200)).isTrue();
        assertThat(PowerRule.shows(0, 80, 200)).isFalse();
        assertThat(PowerRule.shows(0, 2.5, 8)).isTrue();
    }
}
