package vn.langso.identity.secrets;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import vn.langso.identity.secrets.Throttle.Limit;
import vn.langso.platform.MovedClock;
import vn.langso.platform.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class ThrottleStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final MovedClock clock = MovedClock.at("2026-11-23T08:00:00+07:00");
    private final Throttle throttle = new Throttle(new ThrottleStore(DATABASE.jdbc()), clock);

    @Test
    void oneTryMoreThanTheLimitIsRefusedAndCostsNothing() {
        assertThat(tries("one", 7)).isEqualTo(5);
        assertThat(tries("one", 1000)).isZero();
        assertThat(rows("one")).isEqualTo(1);
    }

    @Test
    void subjectsDoNotShareTheirTries() {
        tries("two", 5);

        assertThat(tries("three", 5)).isEqualTo(5);
    }

    @Test
    void windowSlidesInsteadOfStartingAnew() {
        tries("four", 5);

        clock.moveBy(Duration.ofMinutes(16));
        assertThat(tries("four", 5))
                .as("a minute into the next window the last one weighs 14/15")
                .isEqualTo(1);
        clock.moveBy(Duration.ofMinutes(30));
        assertThat(tries("four", 9)).isEqualTo(5);
    }

    @Test
    void successForgetsTheTries() {
        tries("five", 5);

        throttle.forget(Limit.CODE_PER_PHONE, "five");

        assertThat(tries("five", 5)).isEqualTo(5);
    }

    @Test
    void triesAtTheSameMomentAreAllCounted() throws Exception {
        List<Callable<Boolean>> all = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(_ -> () -> throttle.allows(Limit.CODE_PER_PHONE, "six"))
                .toList();
        long allowed = 0;
        try (ExecutorService copies = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> one : copies.invokeAll(all)) {
                allowed += one.get() ? 1 : 0;
            }
        }

        assertThat(allowed).isEqualTo(5);
    }

    @Test
    void countersThatNoWindowReachesAreRemoved() {
        tries("seven", 1);
        clock.moveBy(Duration.ofDays(3));

        throttle.purge();

        assertThat(rows("seven")).isZero();
    }

    @Test
    void networkOfALineIsOneSubject() {
        assertThat(Throttle.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Throttle.network("2001:db8:1:2::9"));
        assertThat(Throttle.network("2001:db8:1:3::9")).isNotEqualTo(Throttle.network("2001:db8:1:2::9"));
        assertThat(Throttle.network("203.0.113.9")).isEqualTo("203.0.113.9");
    }

    private long tries(String subject, int count) {
        return IntStream.range(0, count)
                .filter(_ -> throttle.allows(Limit.CODE_PER_PHONE, subject))
                .count();
    }

    private int rows(String subject) {
        return DATABASE.jdbc()
                .sql("select count(*) from identity.throttle where key = :key")
                .param("key", Secrets.hash("CODE_PER_PHONE:" + subject))
                .query(Integer.class)
                .single();
    }
}
