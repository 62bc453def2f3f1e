package vn.langso.lighting.alarms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An alarm to be raised.
 *
 * @param label what people call the subject
 * @param roads codes of the roads concerned
 * @param lamps codes of the lamps that are dark; empty when which ones is not known
 * @param evidenceSeq number of the message that decided; null when silence did
 * @param since when it was first seen
 */
public record NewAlarm(
        UUID id,
        UUID placeId,
        UUID cabinetId,
        AlarmKind kind,
        AlarmSubject subject,
        String label,
        List<String> roads,
        List<String> lamps,
        List<Reason> reasons,
        @Nullable Long evidenceSeq,
        Instant since) {}
