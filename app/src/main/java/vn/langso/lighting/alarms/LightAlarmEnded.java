package vn.langso.lighting.alarms;

import java.time.Instant;
import java.util.UUID;

/** An alarm is over; whether somebody answered it is another matter. */
public record LightAlarmEnded(UUID alarmId, UUID placeId, AlarmKind kind, Instant at, Ending ending) {}
