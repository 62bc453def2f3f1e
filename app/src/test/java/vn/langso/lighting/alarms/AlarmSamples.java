package vn.langso.lighting.alarms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import vn.langso.kernel.Ids;

/** Alarms for tests. */
public final class AlarmSamples {

    private AlarmSamples() {}

    /** Road 3 of a cabinet is dark. */
    public static NewAlarm tampering(UUID village, UUID cabinet, UUID road, Instant since) {
        return new NewAlarm(
                Ids.next(),
                village,
                cabinet,
                AlarmKind.TAMPERING,
                new AlarmSubject(AlarmSubject.Type.ROAD, road),
                "T3 Ven kênh",
                List.of("T3"),
                List.of("T3-01", "T3-02"),
                List.of(Reason.of("relay-off", "3a"), Reason.of("door-opened", since)),
                7L,
                since);
    }
}
