package vn.langso.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until it is moved. In Spring tests: {@code @Import(MovedClock.Beans.class)}. */
public final class MovedClock implements InstantSource {

    private volatile Instant now;

    private MovedClock(Instant now) {
        this.now = now;
    }

    /** For example {@code MovedClock.at("2026-11-23T08:00:00+07:00")}. */
    public static MovedClock at(String time) {
        return new MovedClock(OffsetDateTime.parse(time).toInstant());
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void moveTo(String time) {
        now = OffsetDateTime.parse(time).toInstant();
    }

    public void moveBy(Duration duration) {
        now = now.plus(duration);
    }

    /** Takes the place of the real clock in a Spring context; stands at Monday 23 November 2026, 8 o'clock. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Beans {

        @Bean
        @Primary
        MovedClock movedClock() {
            return MovedClock.at("2026-11-23T08:00:00+07:00");
        }
    }
}
