package vn.langso.platform;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.kernel.DayHasPassed;
import vn.langso.kernel.Texts;

/** Announces each legal day that has ended, in order and once for all copies; days slept through are caught up. */
@Component
class Days {

    /** After a longer sleep only the last days are announced: daily work older than a month has no reader. */
    private static final int MOST_DAYS = 31;

    private static final String LAST = "select max(day) from platform.day_passed";
    private static final String ANNOUNCE =
            "insert into platform.day_passed (day, announced_at) values (:day, :at) on conflict do nothing";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Days(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    void announce() {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), Texts.ZONE).minusDays(1);
        LocalDate earliest = yesterday.minusDays(MOST_DAYS);
        LocalDate day = jdbc.sql(LAST)
                .query(LocalDate.class)
                .optional()
                .map(last -> last.plusDays(1))
                .orElse(yesterday);
        for (day = day.isBefore(earliest) ? earliest : day; !day.isAfter(yesterday); day = day.plusDays(1)) {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            if (jdbc.sql(ANNOUNCE).param("day", day).param("at", now).update() == 1) {
                events.publishEvent(new DayHasPassed(day));
            }
        }
    }
}
