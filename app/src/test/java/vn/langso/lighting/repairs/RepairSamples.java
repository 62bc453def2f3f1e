package vn.langso.lighting.repairs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import vn.langso.kernel.Ids;
import vn.langso.lighting.alarms.Alarm;
import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.AlarmSubject;
import vn.langso.lighting.alarms.Reason;

/** What is to be mended, for tests. */
final class RepairSamples {

    static final Instant NINE = Instant.parse("2026-11-23T14:00:00Z");

    private RepairSamples() {}

    static Alarm alarm(UUID village, UUID cabinet) {
        return new Alarm(
                Ids.next(),
                village,
                cabinet,
                AlarmKind.LAMP_FAULT,
                new AlarmSubject(AlarmSubject.Type.CIRCUIT, Ids.next()),
                "1a",
                List.of("T1"),
                List.of(),
                List.of(Reason.of("watts-missing", "1a", 160, 1, 5)),
                NINE.atOffset(ZoneOffset.UTC),
                NINE.atOffset(ZoneOffset.UTC),
                null,
                null);
    }
}
