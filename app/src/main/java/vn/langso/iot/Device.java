package vn.langso.iot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A device as it is known now.
 *
 * @param subjectId its id in the audit
 * @param kind whose messages it sends, "cabinet"
 * @param adapter how it speaks: langso, tasmota or shelly
 * @param circuits for adapters: the circuit behind each relay, in their order
 * @param reason why it is quarantined
 * @param expectedEvery how often it reports by itself
 * @param silent nothing was heard for longer than it may be silent
 * @param clockOffset its clock minus ours; null until it was learned
 */
public record Device(
        DeviceId id,
        UUID subjectId,
        String kind,
        String adapter,
        List<String> circuits,
        UUID placeId,
        String name,
        @Nullable String firmware,
        @Nullable Double latitude,
        @Nullable Double longitude,
        DeviceState state,
        @Nullable String reason,
        Duration expectedEvery,
        Instant registeredAt,
        @Nullable Instant lastSeen,
        boolean silent,
        @Nullable Duration clockOffset) {}
