package vn.langso.identity.codes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import vn.langso.identity.codes.OneTimeCodes.Over;
import vn.langso.identity.codes.OneTimeCodes.Proved;
import vn.langso.identity.codes.OneTimeCodes.Wrong;
import vn.langso.identity.secrets.Phone;
import vn.langso.identity.secrets.PhoneKeys;
import vn.langso.identity.secrets.PhoneKeysSamples;
import vn.langso.platform.MovedClock;
import vn.langso.platform.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class OneTimeCodeStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final PhoneKeys KEYS = PhoneKeysSamples.fresh();
    private static final Phone PHONE = new Phone("+84912345678");

    private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private final MovedClock clock = MovedClock.at("2026-11-23T08:00:00+07:00");
    private final OneTimeCodes codes = codes();

    @Test
    void rightCodeIsProvedOnceAndUsedOnce() throws InterruptedException {
        String browser = codes.issue(PHONE, true, "{code}");
        String code = message();

        assertThat(codes.prove(browser, code)).isEqualTo(new Proved(PHONE));
        assertThat(codes.proved(browser)).contains(PHONE);
        assertThat(codes.use(browser)).isTrue();
        assertThat(codes.use(browser)).isFalse();
        assertThat(codes.proved(browser)).isEmpty();
        assertThat(codes.prove(browser, code)).isInstanceOf(Over.class);
    }

    @Test
    void fifthWrongCodeEndsItAndTheRightOneComesTooLate() throws InterruptedException {
        String browser = codes.issue(PHONE, true, "{code}");
        String code = message();
        String other = code.equals("000000") ? "000001" : "000000";

        for (int left = 4; left >= 1; left--) {
            assertThat(codes.prove(browser, other)).isEqualTo(new Wrong(left));
        }
        assertThat(codes.prove(browser, other)).isInstanceOf(Over.class);
        assertThat(codes.prove(browser, code)).isInstanceOf(Over.class);
    }

    @Test
    void codeIsOverAfterFiveMinutes() throws InterruptedException {
        String browser = codes.issue(PHONE, true, "{code}");
        String code = message();

        clock.moveBy(OneTimeCodes.LIFE);

        assertThat(codes.pending(browser)).isEmpty();
        assertThat(codes.prove(browser, code)).isInstanceOf(Over.class);
    }

    @Test
    void codeIsWorthNothingInAnotherBrowser() throws InterruptedException {
        codes.issue(PHONE, true, "{code}");
        String code = message();
        String otherBrowser = codes.issue(PHONE, true, "{code}");
        String otherCode = message();

        if (!code.equals(otherCode)) {
            assertThat(codes.prove(otherBrowser, code)).isEqualTo(new Wrong(4));
        }
        assertThat(codes.prove("guessed", code)).isInstanceOf(Over.class);
        assertThat(codes.prove(otherBrowser, otherCode)).isEqualTo(new Proved(PHONE));
    }

    @Test
    void proofIsOverWhenNobodyIsChosenInTime() throws InterruptedException {
        String browser = codes.issue(PHONE, true, "{code}");
        codes.prove(browser, message());

        clock.moveBy(OneTimeCodes.CHOICE.plusSeconds(1));

        assertThat(codes.proved(browser)).isEmpty();
        assertThat(codes.use(browser)).isFalse();
    }

    @Test
    void unknownNumberHasItsRowAndNoMessage() {
        String browser = codes.issue(PHONE, false, "{code}");

        assertThat(codes.pending(browser)).isPresent();
        assertThat(sent).isEmpty();
    }

    @Test
    void codesOfYesterdayAreRemoved() {
        String browser = codes.issue(PHONE, false, "{code}");
        clock.moveBy(Duration.ofDays(2));

        assertThat(codes.purge()).isPositive();
        assertThat(codes.pending(browser)).isEmpty();
    }

    @Test
    void tableHoldsNeitherCodeNorNumber() throws InterruptedException {
        codes.issue(PHONE, true, "{code}");
        String code = message();

        String rows = DATABASE.jdbc()
                .sql("select string_agg(c::text, ' ') from identity.one_time_code c")
                .query(String.class)
                .single();

        assertThat(rows).doesNotContain(HexFormat.of().formatHex(code.getBytes(StandardCharsets.UTF_8)));
        assertThat(rows).doesNotContain("912345678");
    }

    private String message() throws InterruptedException {
        return sent.poll(10, TimeUnit.SECONDS);
    }

    private OneTimeCodes codes() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", (CodeSender) (phone, text) -> sent.add(text));
        return new OneTimeCodes(
                new OneTimeCodeStore(DATABASE.jdbc()), KEYS, beans.getBeanProvider(CodeSender.class), clock);
    }
}
