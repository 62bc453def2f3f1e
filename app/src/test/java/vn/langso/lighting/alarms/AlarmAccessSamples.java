package vn.langso.lighting.alarms;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.kernel.Ids;
import vn.langso.places.Place;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;

/** An alarm in each village for the access matrix. */
class AlarmAccessSamples implements AccessSamples {

    private final Alarms alarms;
    private final TransactionTemplate transaction;

    AlarmAccessSamples(Alarms alarms, TransactionTemplate transaction) {
        this.alarms = alarms;
        this.transaction = transaction;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        return Map.of("alarm.own", alarm(own), "alarm.foreign", alarm(foreign));
    }

    private String alarm(Place village) {
        NewAlarm alarm = AlarmSamples.tampering(
                village.id(), Ids.next(), UUID.randomUUID(), Instant.parse("2026-11-23T14:00:00Z"));
        transaction.executeWithoutResult(status -> alarms.raise(alarm));
        return alarm.id().toString();
    }
}
