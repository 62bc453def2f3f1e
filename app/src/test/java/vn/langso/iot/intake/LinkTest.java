package vn.langso.iot.intake;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import vn.langso.iot.intake.Link.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class LinkTest {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    private final Link link = new Link(new Link.Row("tu-mau", -1, new long[4], true, false, null, null, null));

    @Test
    void sameNumberIsADouble() {
        assertThat(link.take(10)).isEqualTo(Verdict.FRESH);
        assertThat(link.take(10)).isEqualTo(Verdict.DOUBLE);
    }

    @Test
    void lateNumberWithinTheWindowIsTakenOnce() {
        link.take(10);
        link.take(200);

        assertThat(link.take(150)).isEqualTo(Verdict.FRESH);
        assertThat(link.take(150)).isEqualTo(Verdict.DOUBLE);
        assertThat(link.take(10)).isEqualTo(Verdict.DOUBLE);
    }

    @Test
    void numberFarBelowIsReplayed() {
        link.take(1000);

        assertThat(link.take(744)).isEqualTo(Verdict.REPLAYED);
    }

    @Test
    void freshKeyLetsNumbersBeginAnew() {
        Link replaced = new Link(new Link.Row("tu-mau", 9000, new long[] {1, 0, 0, 0}, true, false, null, null, null));

        assertThat(replaced.take(1)).isEqualTo(Verdict.FRESH);
        assertThat(replaced.take(2)).isEqualTo(Verdict.FRESH);
        assertThat(replaced.take(1)).isEqualTo(Verdict.DOUBLE);
    }

    @Test
    void clockAnHourAheadIsLearned() {
        link.learn(NOON.plusSeconds(3600), NOON);

        assertThat(link.correction()).hasHours(1);
    }

    @Test
    void messagesOutOfAStoreDoNotMakeTheClockSlow() {
        link.learn(NOON, NOON);
        link.learn(NOON.plusSeconds(60), NOON.plusSeconds(7200));
        link.learn(NOON.plusSeconds(120), NOON.plusSeconds(7201));

        assertThat(link.correction()).isZero();
    }
}
