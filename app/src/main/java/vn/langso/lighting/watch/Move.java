package vn.langso.lighting.watch;

import java.time.Instant;
import java.util.UUID;

import vn.langso.lighting.alarms.Ending;

/** What becomes of an alarm. */
sealed interface Move {

    /** A new alarm; {@code since} is when it was first seen. */
    record Opened(UUID alarmId, Finding finding, Instant since) implements Move {}

    /** An open alarm darkens other lamps than before. */
    record Changed(UUID alarmId, Finding finding) implements Move {}

    record Ended(UUID alarmId, Instant at, Ending ending) implements Move {}
}
