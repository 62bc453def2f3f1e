package vn.langso.lighting.alarms;

import java.time.Instant;
import java.util.UUID;

/** An alarm has begun. */
public record LightAlarmRaised(
        UUID alarmId, UUID placeId, UUID cabinetId, AlarmKind kind, AlarmSubject subject, Instant since) {}
