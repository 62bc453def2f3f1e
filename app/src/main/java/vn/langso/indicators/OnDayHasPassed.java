package vn.langso.indicators;

import java.time.YearMonth;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import vn.langso.kernel.DayHasPassed;

/** Keeps the figures of a month on its last day; a day announced again changes nothing. */
@Component
class OnDayHasPassed {

    private final Snapshots snapshots;

    OnDayHasPassed(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @ApplicationModuleListener(id = "indicators.on-day-has-passed")
    void on(DayHasPassed event) {
        YearMonth month = YearMonth.from(event.day());
        if (event.day().equals(month.atEndOfMonth())) {
            snapshots.keep(month);
        }
    }
}
