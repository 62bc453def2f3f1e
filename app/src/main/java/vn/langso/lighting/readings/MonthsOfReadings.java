package vn.langso.lighting.readings;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import vn.langso.kernel.DayHasPassed;

/** Has the months of the history made before anything is reported, and every day. */
@Component
@Order(10)
class MonthsOfReadings implements ApplicationRunner {

    private final Readings readings;

    MonthsOfReadings(Readings readings) {
        this.readings = readings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        readings.turnMonths();
    }

    @ApplicationModuleListener(id = "lighting.months-of-readings")
    void on(DayHasPassed day) {
        readings.turnMonths();
    }
}
